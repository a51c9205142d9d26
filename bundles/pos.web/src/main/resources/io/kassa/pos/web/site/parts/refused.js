import { isAboutMoney, refused } from '../core/refusal.js';
import { session } from '../core/session.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html, useLayoutEffect } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Problem } from './problem.js';
import { useScannerTyping } from './scan/use-scanner-typing.js';

// what a hand was about to press when the refusal came was meant for something else
const UNREAD_MILLIS = 500;
const PRESSING = ['Enter', ' ', 'Escape'];

// of these it may not be known what became of the command: the guidance says more, and the title does not claim it
const UNSURE = ['UNREACHED', 'UNAVAILABLE', 'FAILED'];

/** Says why the last command was refused, over everything else, until it has been read: of money, until its OK is pressed. */
export function Refused() {
  const refusal = useStore(refused);
  return refusal ? html`<${Reading} key=${isAboutMoney(refusal)} refusal=${refusal} />` : null;
}

function Reading({ refusal }) {
  // "no money has moved" goes without saying where nobody is logged in
  const { actor } = useStore(session);
  // the Enter of a scan must not press OK: nobody would have read it
  useScannerTyping(() => undefined, (event) => event !== undefined);
  useLayoutEffect(() => {
    const since = performance.now();
    const onKey = (event) => {
      if (PRESSING.includes(event.key) && (event.repeat || event.timeStamp - since < UNREAD_MILLIS)) event.preventDefault();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [refusal]);
  const money = isAboutMoney(refusal);
  const close = () => refused.set(undefined);
  const actions = html`<${Button} look="primary big wide" autofocus=${!money} onClick=${close} testid="refused-ok">${t('ok')}<//>`;
  return html`
    <${Dialog} title=${t(UNSURE.includes(refusal.kind) ? 'refused.unsure' : 'refused.title')} testid="refused" above read=${!money} onClose=${money ? undefined : close} actions=${actions}>
      <${Problem} guidance=${refusal.guidance} money=${Boolean(actor) || money} />
    <//>
  `;
}
