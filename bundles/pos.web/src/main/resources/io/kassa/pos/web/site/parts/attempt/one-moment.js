import { t } from '../../core/text.js';
import { html, useEffect, useState } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Icon } from '../icon.js';
import { Problem } from '../problem.js';

const LONG_MILLIS = 3000;

/**
 * Nobody can be asked just now, because the plug-in is being replaced: the till says when it goes on. Whoever has waited long
 * enough may give up: the method may have been taken away for good, and the queue is at the counter. When the till knows what
 * is the matter, it says so; what may wait for days can be put aside, and goes on in the end.
 */
export function OneMoment({ subtitle, problem, busy, cancel, close }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const actions = long && html`<${Button} busy=${busy} onClick=${cancel} testid="attempt-cancel">${t('cancel')}<//>`;
  return html`
    <${Dialog}
      key="waiting"
      title=${t(problem ? 'moment.waits' : 'moment.title')}
      subtitle=${subtitle}
      testid="attempt"
      onClose=${close}
      actions=${actions}
    >
      ${problem && html`<${Problem} guidance=${problem} testid="moment-problem" />`}
      <p class="moment" role="status" data-testid="one-moment">
        <${Icon} name="wait" turning />${t(problem ? 'moment.goesOn' : 'moment.text')}
      </p>
    <//>
  `;
}
