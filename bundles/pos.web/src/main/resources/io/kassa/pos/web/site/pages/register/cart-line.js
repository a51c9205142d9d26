import { useQueue } from '../../core/action.js';
import { isZero } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useRef } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Money } from '../../parts/money.js';

export function CartLine({ line, change, onDiscount }) {
  const [set, waiting] = useQueue((quantity) => change(line, quantity, line.ownDiscount));
  const wanted = useRef();
  if (waiting === 0) wanted.current = line.quantity;
  const step = (by) => {
    if (wanted.current <= 0) return;
    wanted.current += by;
    set(wanted.current);
  };
  const last = line.quantity === 1;
  return html`
    <li class="line" data-testid="line" data-product=${line.product}>
      <div class="row apart line-top">
        <span class="line-name" data-testid="line-name">${line.name}</span>
        <${Money} of=${line.amount} testid="line-amount" />
      </div>
      <div class="line-facts small soft">
        ${line.quantity > 1 && html`<span class="money">${line.quantity} × <${Money} of=${line.unitPrice} /></span>`}
        ${!isZero(line.discount) &&
        html`
          <span class="taken-off">−<${Money} of=${line.discount} testid="line-discount" /></span>
        `}
        ${line.labels.map((label) => html`<span class="chip label" key=${label}>${label}</span>`)}
      </div>
      <div class="line-tools">
        <div class="stepper">
          <${Button}
            look="square"
            icon=${last ? 'trash' : 'minus'}
            label=${t(last ? 'line.remove' : 'line.less', { name: line.name })}
            testid="line-less"
            onClick=${() => step(-1)}
          />
          <span class="quantity" data-testid="line-quantity" aria-live="polite">${line.quantity}</span>
          <${Button}
            look="square"
            icon="plus"
            label=${t('line.more', { name: line.name })}
            testid="line-more"
            onClick=${() => step(1)}
          />
        </div>
        ${line.discountable &&
        html`
          <${Button} look="quiet" icon="percent" testid="line-discount-button" onClick=${() => onDiscount(line)}>
            ${t('line.discount')}
          <//>
        `}
      </div>
    </li>
  `;
}
