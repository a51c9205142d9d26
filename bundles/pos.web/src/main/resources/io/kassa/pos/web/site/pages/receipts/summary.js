import { isZero } from '../../core/money.js';
import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Money } from '../../parts/money.js';

export function Summary({ summary }) {
  return html`
    <li>
      <a class="summary" href=${`/receipts/${encodeURIComponent(summary.sale)}`} data-testid="receipt" data-sale=${summary.sale}>
        <span>
          <strong class="mono">${summary.sale}</strong>
          <span class="small soft">${dateTime(summary.closedAt)}</span>
        </span>
        <span class="small soft summary-who">${t('receipts.by', { register: summary.register, cashier: summary.cashier })}</span>
        <span class="row summary-methods">
          ${summary.cancelled && html`<span class="chip danger" data-testid="receipt-cancelled">${t('receipt.cancelled')}</span>`}
          ${summary.methods.map((name, i) => html`<span class="chip" key=${i}>${say(name)}</span>`)}
          ${summary.refunding && html`<span class="chip warn" data-testid="receipt-refunding">${t('receipts.refunding')}</span>`}
          ${!isZero(summary.refunded) &&
          html`
            <span class="chip warn">${t('receipts.refunded')} <${Money} of=${summary.refunded} /></span>
          `}
        </span>
        <strong class=${`summary-total ${summary.cancelled ? 'void' : ''}`}><${Money} of=${summary.total} /></strong>
        <${Icon} name="next" />
      </a>
    </li>
  `;
}
