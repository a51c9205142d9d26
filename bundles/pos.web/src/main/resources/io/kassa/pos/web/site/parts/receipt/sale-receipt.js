import { isZero } from '../../core/money.js';
import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Money } from '../money.js';
import { ReceiptTender } from './receipt-tender.js';

/** What the till prints: the paper, on the screen and by the print style sheet. */
export function SaleReceipt({ sale, shop, demo, refunds = [] }) {
  return html`
    <article class="paper" data-testid="sale-receipt" data-sale=${sale.id}>
      ${demo && html`<p class="paper-test" data-testid="test-mark">${t('receipt.test')}</p>`}
      <header>
        <p class="paper-shop">${shop}</p>
        <p>${t('receipt.title')} <span class="mono" data-testid="receipt-number">${sale.id}</span></p>
        <p>${dateTime(sale.closedAt ?? sale.openedAt)} · ${t('receipt.served', { name: sale.cashier })}</p>
        ${sale.state === 'CANCELLED' && html`<p><strong>${t('receipt.cancelled')}</strong></p>`}
      </header>
      <table class="paper-lines">
        <tbody>
          ${sale.lines.map(
            (line) => html`
              <tr key=${line.number}>
                <td>
                  ${line.name}
                  ${line.quantity > 1 &&
                  html`
                    <span class="paper-note">${line.quantity} × <${Money} of=${line.unitPrice} /></span>
                  `}
                  ${!isZero(line.discount) &&
                  html`
                    <span class="paper-note">${t('receipt.discount')} −<${Money} of=${line.discount} /></span>
                  `}
                </td>
                <td><${Money} of=${line.amount} /></td>
              </tr>
            `,
          )}
        </tbody>
        <tfoot>
          <tr><td>${t('receipt.total')}</td><td><${Money} of=${sale.due} testid="receipt-total" /></td></tr>
        </tfoot>
      </table>
      ${!isZero(sale.rounding) &&
      html`<p class="paper-sum"><span>${t('payment.rounding')}</span><${Money} of=${sale.rounding} testid="receipt-rounding" /></p>`}
      ${sale.tenders.map((tender) => html`<${ReceiptTender} key=${tender.attempt} tender=${tender} />`)}
      ${!isZero(sale.change) && html`<p class="paper-sum"><span>${t('payment.change')}</span><${Money} of=${sale.change} /></p>`}
      ${refunds.map((refund) => html`<${ReceiptRefund} key=${refund.id} refund=${refund} />`)}
      ${demo && html`<p class="paper-test">${t('receipt.test')}</p>`}
    </article>
  `;
}

function ReceiptRefund({ refund }) {
  const done = refund.parts.filter((part) => part.state === 'REFUNDED');
  return done.map(
    (part) => html`
      <section class="paper-tender" key=${part.attempt}>
        <p class="paper-sum">
          <span>${t('receipt.refunded', { name: say(part.methodName) })}</span><span>−<${Money} of=${part.amount} /></span>
        </p>
        <p class="paper-note">${dateTime(refund.startedAt)}</p>
        ${part.receiptLines.map((line) => html`<p class="paper-note" key=${line.code}>${say(line)}</p>`)}
      </section>
    `,
  );
}
