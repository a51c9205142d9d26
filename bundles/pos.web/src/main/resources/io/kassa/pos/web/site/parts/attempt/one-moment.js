import { t } from '../../core/text.js';
import { html, useEffect } from '../../core/view.js';
import { Dialog } from '../dialog.js';
import { Icon } from '../icon.js';

const AGAIN_MILLIS = 5000;

/** Nobody can be asked just now, because the plug-in is being replaced: the step comes back by itself. */
export function OneMoment({ subtitle, again }) {
  // the till tells when it goes on; a till that lost that word must not hold up the counter
  useEffect(() => {
    const timer = setInterval(again, AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return html`
    <${Dialog} key="waiting" title=${t('moment.title')} subtitle=${subtitle} testid="attempt">
      <p class="moment" role="status" data-testid="one-moment"><${Icon} name="wait" turning />${t('moment.text')}</p>
    <//>
  `;
}
