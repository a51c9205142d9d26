import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Money } from '../../parts/money.js';

/** A refund that was left in the middle: its receipt goes on where it stopped. */
export function Unfinished({ entry }) {
  return html`
    <li class="entry" data-testid="unfinished-entry" data-refund=${entry.refund}>
      <div class="grow">
        <p><strong>${entry.methods.map(say).join(', ')} <${Money} of=${entry.amount} /></strong></p>
        <p class="small soft">${t('worklist.begunAt', { time: dateTime(entry.startedAt), sale: entry.sale })} · ${entry.register} · ${entry.cashier}</p>
      </div>
      <a class="button" href=${`/receipts/${encodeURIComponent(entry.sale)}`} data-testid="unfinished-receipt">${t('worklist.toReceipt')}</a>
    </li>
  `;
}
