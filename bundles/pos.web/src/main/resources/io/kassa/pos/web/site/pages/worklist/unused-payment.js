import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { go } from '../../core/router.js';
import { dateTime, say, t } from '../../core/text.js';
import { html, useRef } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Money } from '../../parts/money.js';
import { atHand } from '../receipts/at-hand.js';

export function UnusedPayment({ entry }) {
  // one id for this payment, however often it is pressed
  const id = useRef(freshId());
  const [refund, busy] = useAction(async () => {
    const receipt = await api.refundUnused(entry.attempt, id.current);
    atHand.set([id.current]);
    go(`/receipts/${encodeURIComponent(receipt.sale.id)}`);
  });
  return html`
    <li class="entry" data-testid="unused-entry" data-attempt=${entry.attempt}>
      <div class="grow">
        <p><strong>${say(entry.methodName)} <${Money} of=${entry.amount} /></strong></p>
        <p class="small soft">${t('worklist.paidAt', { time: dateTime(entry.paidAt), sale: entry.cancelledSale, register: entry.register })}</p>
        ${entry.reference && html`<p class="small mono soft">${entry.reference.id}</p>`}
      </div>
      <a class="button" href=${`/register/${encodeURIComponent(entry.register)}`}>${t('worklist.toRegister')}</a>
      <${Button} icon="turn-back" busy=${busy} testid="unused-refund" onClick=${refund}>${t('worklist.refund')}<//>
    </li>
  `;
}
