import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Money } from '../../parts/money.js';

export function Unverified({ entry, onVerify }) {
  return html`
    <li class="entry" data-testid="unverified-entry" data-attempt=${entry.attempt}>
      <div class="grow">
        <p><strong>${say(entry.methodName)} <${Money} of=${entry.amount} /></strong></p>
        <p class="small soft">
          <a class="link" href=${`/receipts/${encodeURIComponent(entry.sale)}`}>${entry.sale}</a> · ${dateTime(entry.paidAt)} · ${entry.register} · ${entry.cashier}
        </p>
        <p class="small">${t('worklist.reason')} ${entry.reason}</p>
      </div>
      <${Button} icon="edit" testid="verify" onClick=${onVerify}>${t('verify.add')}<//>
    </li>
  `;
}
