import { api } from '../core/api.js';
import { useAction } from '../core/action.js';
import { money } from '../core/money.js';
import { isRepeated, noteScan } from '../core/scan/repeated.js';
import { beep } from '../core/scan/sound.js';
import { say, t } from '../core/text.js';
import { html, useState } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Icon } from './icon.js';
import { Problem } from './problem.js';
import { useSerialScan } from './scan/use-serial-scan.js';
import { TextField } from './text-field.js';

/** A receipt's code, for those who scan it. */
const LONGEST = 4096;

/**
 * Adds the transaction id to a payment that nobody but the cashier vouched for. It says how that ended also when the list has
 * let the payment go.
 */
export function Verify({ payment, amount, onClose }) {
  const [id, setId] = useState('');
  const [verdict, setVerdict] = useState();
  const [verify, busy] = useAction(async (given) => setVerdict(await api.verify(payment.attempt, given)));
  const submit = (event) => {
    event?.preventDefault();
    if (id.trim()) verify(id.trim());
  };
  const done = verdict?.confirmed;
  useSerialScan((code) => {
    const scanned = code.trim();
    if (busy || done || scanned.length > LONGEST) return isRepeated(scanned) ? undefined : beep('refused');
    noteScan(scanned);
    return verify(scanned);
  });
  const actions = done
    ? html`<${Button} look="primary" onClick=${onClose} testid="verify-done">${t('ok')}<//>`
    : html`
        <${Button} onClick=${onClose} testid="verify-cancel">${t('cancel')}<//>
        <${Button} look="primary" busy=${busy} disabled=${!id.trim()} onClick=${submit} testid="verify-ok">${t('verify.ok')}<//>
      `;
  return html`
    <${Dialog}
      title=${t('verify.title')}
      subtitle=${`${say(payment.methodName)} · ${money(amount)}`}
      testid="verify-dialog"
      onClose=${onClose}
      actions=${actions}
    >
      ${done &&
      html`
        <p class="note ok" role="status" data-testid="verified"><${Icon} name="check" /><span>${t('verify.matches')}</span></p>
      `}
      ${verdict?.guidance && html`<${Problem} guidance=${verdict.guidance} look=${done ? 'doubt' : ''} />`}
      ${!done &&
      html`
        <form onSubmit=${submit}>
          <${TextField}
            label=${t('verify.id')}
            help=${t('verify.help')}
            autocomplete="off"
            autocapitalize="none"
            maxlength=${LONGEST}
            focused
            value=${id}
            onValue=${setId}
            testid="verify-id"
          />
        </form>
      `}
    <//>
  `;
}
