import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { isZero, money } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useEffect, useRef, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Money } from '../../parts/money.js';
import { CartLine } from './cart-line.js';
import { Discount } from './discount.js';

export function Cart({ view, sale, put }) {
  const [discounted, setDiscounted] = useState();
  const change = async (line, quantity, discount) =>
    put(await api.changeLine(view.id, sale.id, line.number, quantity, discount));
  const [discountAll] = useAction(async (amount) => put(await api.discountSale(view.id, sale.id, amount)));
  const lines = sale?.lines ?? [];
  const list = useRef();
  // what was sold last is what the cashier looks for
  useEffect(() => list.current.scrollTo({ top: list.current.scrollHeight }), [lines.length]);
  return html`
    <section class="cart card" aria-label=${t('cart.title')} data-testid="cart">
      <header class="column-head">
        <h2>${t('cart.title')}</h2>
        <span class="soft small cart-sale" data-testid="cart-sale">${sale && t('cart.sale', { sale: sale.id })}</span>
        <span class="soft small">${lines.length > 0 && t('cart.lines', { n: lines.length })}</span>
      </header>
      ${lines.length === 0 && html`<div class="empty grow"><${Icon} name="till" /><p>${t('cart.empty')}</p></div>`}
      <ol class="lines" ref=${list} data-testid="lines">
        ${lines.map((line) => html`<${CartLine} key=${line.number} line=${line} change=${change} onDiscount=${setDiscounted} />`)}
      </ol>
      ${sale &&
      lines.length > 0 &&
      html`
        <footer class="cart-foot">
          <div class="row apart">
            <strong>${t('cart.total')}</strong>
            <strong class="cart-total"><${Money} of=${sale.due} testid="cart-total" /></strong>
          </div>
          <${Button}
            icon="percent"
            look="wide"
            testid="discount-sale"
            onClick=${() => setDiscounted('sale')}
          >
            ${t('cart.discountSale')}
          <//>
        </footer>
      `}
      ${discounted === 'sale' &&
      html`<${Discount}
        title=${t('cart.discountSale')}
        onClose=${() => setDiscounted(undefined)}
        onAmount=${discountAll}
        currency=${sale.due.currency}
      />`}
      ${discounted?.number &&
      html`<${Discount}
        title=${t('cart.discountLine', { name: discounted.name })}
        before=${isZero(discounted.ownDiscount) ? undefined : money(discounted.ownDiscount)}
        onClose=${() => setDiscounted(undefined)}
        onAmount=${(amount) => change(discounted, discounted.quantity, amount)}
        currency=${discounted.amount.currency}
      />`}
    </section>
  `;
}
