import { isZero } from '../../core/money.js';
import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { isUnverified } from '../evidence.js';
import { Money } from '../money.js';

/** How a part of the sale was paid: the provider's own lines, its transaction id, and how sure it is. */
export function ReceiptTender({ tender }) {
  const lines = tender.receiptLines.map(say);
  const id = tender.reference?.id;
  const said = id && lines.some((line) => line.includes(id));
  return html`
    <section class="paper-tender" data-testid="receipt-tender" data-method=${tender.method}>
      <p class="paper-sum"><span>${say(tender.methodName)}</span><${Money} of=${tender.tendered} /></p>
      ${lines.map((line) => html`<p class="paper-note" key=${line}>${line}</p>`)}
      ${id && !said && html`<p class="paper-note">${t('receipt.transaction', { id })}</p>`}
      ${!isZero(tender.surplus) && html`<p class="paper-note">${t('receipt.surplus')} <${Money} of=${tender.surplus} /></p>`}
      ${isUnverified(tender) && html`<p class="paper-note"><strong>${t('evidence.ATTESTED')}</strong></p>`}
    </section>
  `;
}
