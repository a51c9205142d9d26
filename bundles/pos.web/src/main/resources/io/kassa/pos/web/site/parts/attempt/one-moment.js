import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Dialog } from '../dialog.js';
import { Icon } from '../icon.js';

/** Nobody can be asked just now, because the plug-in is being replaced: the step comes back by itself. */
export function OneMoment({ subtitle }) {
  return html`
    <${Dialog} key="waiting" title=${t('moment.title')} subtitle=${subtitle} testid="attempt">
      <p class="moment" role="status" data-testid="one-moment"><${Icon} name="wait" turning />${t('moment.text')}</p>
    <//>
  `;
}
