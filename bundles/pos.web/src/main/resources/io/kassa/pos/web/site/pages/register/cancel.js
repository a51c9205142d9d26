import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { go } from '../../core/router.js';
import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { EvidenceChip, isOutside } from '../../parts/evidence.js';
import { Money } from '../../parts/money.js';
import { atHand } from '../receipts/at-hand.js';

const FATES = ['KEEP', 'REFUND'];

/** Cancelling a sale asks what becomes of each payment that has moved the customer's money already. */
export function CancelSale({ view, sale, put, onClose }) {
  const verified = sale.tenders.filter((tender) => !tender.removable);
  const counter = sale.tenders.filter((tender) => tender.removable);
  const [fates, setFates] = useState(Object.fromEntries(verified.map((tender) => [tender.attempt, 'KEEP'])));
  const [cancel, busy] = useAction(async () => {
    put(await api.cancel(view.id, sale.id, fates));
    onClose();
    // a refund has steps of its own, which stand by the receipt of the cancelled sale
    if (!Object.values(fates).includes('REFUND')) return;
    const { refunds } = await api.receipt(sale.id);
    atHand.set(refunds.map((refund) => refund.id));
    go(`/receipts/${encodeURIComponent(sale.id)}`);
  });
  const actions = html`
    <${Button} onClick=${onClose} testid="cancel-back">${t('cancelSale.back')}<//>
    <${Button} look="danger" busy=${busy} onClick=${cancel} testid="cancel-ok">${t('cancelSale.ok')}<//>
  `;
  return html`
    <${Dialog} title=${t('cancelSale.title')} testid="cancel-dialog" onClose=${onClose} actions=${actions}>
      <p>${t(verified.length > 0 ? 'cancelSale.paid' : sale.tenders.length > 0 ? 'cancelSale.counter' : 'cancelSale.text')}</p>
      ${counter.length > 0 &&
      html`
        <section class="stack">
          ${verified.length > 0 && html`<p>${t('cancelSale.counter')}</p>`}
          <ul class="stack">
            ${counter.map(
              (tender) => html`
                <li class="part" key=${tender.attempt} data-testid="taken-out" data-method=${tender.method}>
                  <div class="row apart">
                    <span>${say(tender.methodName)} <${EvidenceChip} tender=${tender} /></span>
                    <strong><${Money} of=${kept(tender)} /></strong>
                  </div>
                </li>
              `,
            )}
          </ul>
          ${counter.some(isOutside) && html`<p class="small soft">${t('cancelSale.unverified')}</p>`}
        </section>
      `}
      ${verified.map(
        (tender) => html`
          <fieldset class="fate" key=${tender.attempt} data-testid="fate" data-attempt=${tender.attempt}>
            <legend class="row apart">
              <strong>${say(tender.methodName)} <${Money} of=${tender.tendered} /></strong>
              ${tender.reference && html`<span class="mono small soft">${tender.reference.id}</span>`}
            </legend>
            <div class="choices">
              ${FATES.map(
                (fate) => html`
                  <label class="choice" key=${fate}>
                    <input
                      type="radio"
                      name=${tender.attempt}
                      checked=${fates[tender.attempt] === fate}
                      onChange=${() => setFates({ ...fates, [tender.attempt]: fate })}
                      data-testid=${`fate-${fate}`}
                    />
                    <span><strong>${t(`fate.${fate}`)}</strong><span class="small soft">${t(`fate.${fate}.help`)}</span></span>
                  </label>
                `,
              )}
            </div>
          </fieldset>
        `,
      )}
    <//>
  `;
}

/** What the shop holds of a payment: its change went back at once. */
function kept({ tendered, change }) {
  return { ...tendered, minor: tendered.minor - change.minor };
}
