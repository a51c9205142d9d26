import { isAboutMoney, refused } from '../core/refusal.js';
import { session } from '../core/session.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Problem } from './problem.js';
import { useScannerTyping } from './scan/use-scanner-typing.js';

// of these it may not be known what became of the command: the guidance says more, and the title does not claim it
const UNSURE = ['UNREACHED', 'UNAVAILABLE', 'FAILED'];

/** Says why the last command was refused, over everything else, until it has been read. */
export function Refused() {
  const refusal = useStore(refused);
  return refusal ? html`<${Reading} refusal=${refusal} />` : null;
}

function Reading({ refusal }) {
  // "no money has moved" goes without saying where nobody is logged in
  const { actor } = useStore(session);
  // the Enter of a scan must not press OK: nobody would have read it
  useScannerTyping(() => undefined, (event) => event !== undefined);
  const close = () => refused.set(undefined);
  const actions = html`<${Button} look="primary big wide" autofocus onClick=${close} testid="refused-ok">${t('ok')}<//>`;
  return html`
    <${Dialog} title=${t(UNSURE.includes(refusal.kind) ? 'refused.unsure' : 'refused.title')} testid="refused" above read onClose=${close} actions=${actions}>
      <${Problem} guidance=${refusal.guidance} money=${Boolean(actor) || isAboutMoney(refusal)} />
    <//>
  `;
}
