import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { isZero } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Money } from '../../parts/money.js';
import { Verify } from '../../parts/verify.js';
import { CancelSale } from './cancel.js';
import { MethodButton } from './method-button.js';
import { Tender } from './tender.js';

/** The panel "Complete payment": due, tendered, left, and the ways to pay what is left. */
export function Payment({ view, sale, put }) {
  const [cancelling, setCancelling] = useState(false);
  const [verifying, setVerifying] = useState();
  const [pay, starting] = useAction(async (method) => put(await api.pay(view.id, sale.id, freshId(), method.id)));
  const [remove] = useAction(async (tender) => put(await api.removeTender(view.id, sale.id, tender.attempt)));
  const [complete, completing] = useAction(async () => put(await api.complete(view.id, sale.id)));
  const selling = sale && sale.lines.length > 0;
  const paid = selling && isZero(sale.left);
  return html`
    <section class="payment card" aria-label=${t('payment.title')} data-testid="payment">
      <div class="display" aria-live="polite">
        <h2>${t('payment.title')}</h2>
        ${selling ? html`<${Sums} sale=${sale} />` : html`<p class="display-empty">${t('payment.nothing')}</p>`}
      </div>
      <div class="payment-body">
        ${sale?.tenders.length > 0 &&
        html`<ul class="tenders" data-testid="tenders">
          ${sale.tenders.map(
            (tender) => html`
              <${Tender} key=${tender.attempt} tender=${tender} onRemove=${() => remove(tender)} onVerify=${() => setVerifying(tender)} />
            `,
          )}
        </ul>`}
        ${!paid &&
        html`<div class="methods">
          ${view.methods.map(
            (method) => html`
              <${MethodButton} key=${method.id} method=${method} disabled=${!selling || starting} onPress=${() => pay(method)} />
            `,
          )}
          ${view.methods.length === 0 && html`<p class="soft">${t('payment.noMethods')}</p>`}
        </div>`}
      </div>
      <footer class="payment-foot">
        <${Button}
          look="danger quiet"
          disabled=${!sale}
          testid="cancel-sale"
          onClick=${() => setCancelling(true)}
        >
          ${t('payment.cancel')}
        <//>
        <${Button}
          look="primary big grow"
          icon="check"
          busy=${completing}
          disabled=${!paid}
          testid="complete"
          onClick=${complete}
        >
          ${t('payment.complete')}
        <//>
      </footer>
      ${verifying && html`<${Verify} payment=${verifying} amount=${verifying.tendered} onClose=${() => setVerifying(undefined)} />`}
      ${cancelling && sale && html`<${CancelSale} view=${view} sale=${sale} put=${put} onClose=${() => setCancelling(false)} />`}
    </section>
  `;
}

function Sums({ sale }) {
  const change = !isZero(sale.change);
  // it must be handed out, so it is what stands there large
  const owed = change && isZero(sale.left);
  return html`
    <dl class="sums">
      <div><dt>${t('payment.due')}</dt><dd><${Money} of=${sale.due} testid="due" /></dd></div>
      ${!isZero(sale.rounding) &&
      html`
        <div><dt>${t('payment.rounding')}</dt><dd><${Money} of=${sale.rounding} testid="rounding" /></dd></div>
      `}
      <div><dt>${t('payment.tendered')}</dt><dd><${Money} of=${sale.tendered} testid="tendered" /></dd></div>
      ${change &&
      html`
        <div class=${owed ? 'left' : ''}><dt>${t('payment.change')}</dt><dd><${Money} of=${sale.change} testid="change" /></dd></div>
      `}
      ${!owed && html`<div class="left"><dt>${t('payment.left')}</dt><dd><${Money} of=${sale.left} testid="left" /></dd></div>`}
    </dl>
  `;
}
