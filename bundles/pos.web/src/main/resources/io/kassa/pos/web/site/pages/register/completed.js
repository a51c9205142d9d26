import { about } from '../../core/session.js';
import { isZero } from '../../core/money.js';
import { useStore } from '../../core/store.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Money } from '../../parts/money.js';
import { SaleReceipt } from '../../parts/receipt/sale-receipt.js';

/** The sale that was completed last: its receipt, and what is given back. The next product begins the next sale. */
export function Completed({ view, sale, onNext }) {
  const { shop } = useStore(about);
  const change = !isZero(sale.change);
  const rounded = !isZero(sale.rounding);
  return html`
    <section class="cart card" data-testid="completed" aria-label=${t('receipt.title')}>
      <div class="receipt-column"><${SaleReceipt} sale=${sale} shop=${shop} demo=${view.demo} /></div>
    </section>
    <section class="payment card" aria-label=${t('completed.title')}>
      <div class="display done" role="status">
        <h2><${Icon} name="check" />${t('completed.title')}</h2>
        <dl class="sums">
          <div class=${change || rounded ? '' : 'left'}><dt>${t(rounded ? 'payment.due' : 'completed.paid')}</dt><dd><${Money} of=${sale.due} testid="completed-paid" /></dd></div>
          ${rounded &&
          html`
            <div><dt>${t('payment.rounding')}</dt><dd><${Money} of=${sale.rounding} testid="completed-rounding" /></dd></div>
          `}
          ${change &&
          html`
            <div class="left"><dt>${t('payment.change')}</dt><dd><${Money} of=${sale.change} testid="completed-change" /></dd></div>
          `}
        </dl>
      </div>
      <div class="payment-body">
        <${Button} icon="printer" look="big wide" testid="print" onClick=${() => print()}>${t('receipt.print')}<//>
        <a class="button big wide" href=${`/receipts/${encodeURIComponent(sale.id)}`}>${t('completed.open')}</a>
      </div>
      <footer class="payment-foot">
        <${Button} look="primary big wide" icon="plus" testid="new-sale" onClick=${onNext}>${t('completed.next')}<//>
      </footer>
    </section>
  `;
}
