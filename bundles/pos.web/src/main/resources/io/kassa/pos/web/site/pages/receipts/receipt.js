import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { session } from '../../core/session.js';
import { useStore } from '../../core/store.js';
import { t } from '../../core/text.js';
import { html, useEffect } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { SaleReceipt } from '../../parts/receipt/sale-receipt.js';
import { atHand } from './at-hand.js';
import { Bookings } from './bookings.js';
import { RefundForm } from './refund-form.js';
import { Refund } from './refund.js';
import { RefundAttempt } from './refund-attempt.js';

/** One sale receipt, what has gone back of it, and what can still go back. */
export function Receipt({ sale: id }) {
  const { value: view, problem, put } = useLiveView(['RECEIPT'], id, () => api.receipt(id));
  const { actor } = useStore(session);
  const mine = useStore(atHand);
  // whoever comes next, or back, says first that this refund is theirs to go on with
  useEffect(() => () => atHand.set([]), [actor?.name]);
  if (!view) return html`<${Loading} problem=${problem} />`;
  const asking = view.refunds.find((refund) => refund.attempt && mine.includes(refund.id));
  const left = [view.surplus, ...view.refundable.map(({ amount }) => amount)];
  // begun anew with each refund and with what can still go back: nothing that was chosen before stays
  const choice = [view.refunds.length, ...left.map(({ minor }) => minor)].join();
  const refundable = view.sale.state === 'COMPLETED' && left.some(({ minor }) => minor > 0);
  return html`
    <main class="sheet" data-testid="receipt-page" data-sale=${id}>
      <header class="page-head">
        <div class="row">
          <a class="button quiet square" href="/receipts" aria-label=${t('receipts.title')}><${Icon} name="back" /></a>
          <h1>${t('receipt.title')} <span class="mono">${id}</span></h1>
        </div>
        <${Button} icon="printer" testid="print" onClick=${() => print()}>${t('receipt.print')}<//>
      </header>
      <div class="two-columns">
        <${SaleReceipt} sale=${view.sale} shop=${view.shop} demo=${view.demo} refunds=${view.refunds} />
        <div class="stack">
          ${view.refunds.map((refund) => html`<${Refund} key=${refund.id} refund=${refund} put=${put} />`)}
          ${refundable && html`<${RefundForm} key=${choice} view=${view} put=${put} />`}
          ${view.bookings.length > 0 && html`<${Bookings} bookings=${view.bookings} />`}
          ${!refundable &&
          view.refunds.length === 0 &&
          html`<p class="card padded soft" data-testid="nothing-refundable">${t(view.sale.state === 'COMPLETED' ? 'refund.nothing' : 'refund.notCompleted')}</p>`}
        </div>
      </div>
      ${asking &&
      html`<${RefundAttempt}
        key=${asking.attempt.id}
        attempt=${asking.attempt}
        put=${put}
        putAside=${() => atHand.set([])}
      />`}
    </main>
  `;
}
