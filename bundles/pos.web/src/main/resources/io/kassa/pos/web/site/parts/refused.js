import { refused } from '../core/refusal.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Problem } from './problem.js';

// of these it may not be known what became of the command: the guidance says more, and the title does not claim it
const UNSURE = ['UNREACHED', 'UNAVAILABLE', 'FAILED'];

/** Says why the last command was refused, over everything else, until it has been read. */
export function Refused() {
  const refusal = useStore(refused);
  if (!refusal) return null;
  const close = () => refused.set(undefined);
  const actions = html`<${Button} look="primary big wide" onClick=${close} testid="refused-ok">${t('ok')}<//>`;
  return html`
    <${Dialog} title=${t(UNSURE.includes(refusal.kind) ? 'refused.unsure' : 'refused.title')} testid="refused" above onClose=${close} actions=${actions}>
      <${Problem} guidance=${refusal.guidance} />
    <//>
  `;
}
