import { parseMinor, typed } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Money } from '../../parts/money.js';

/** One line of the receipt that may go back, whole or in part: `chosen` has a minor of NaN while no amount is typed. */
export function RefundLine({ line, most, chosen, onChange }) {
  const [text, setText] = useState(typed(most));
  const toggle = (event) => onChange(event.target.checked ? amount(text, most) : undefined);
  const type = (event) => {
    setText(event.target.value);
    onChange(amount(event.target.value, most));
  };
  const wrong = chosen && !(chosen.minor > 0);
  return html`
    <li class="refund-line" data-testid="refund-line" data-line=${line.number}>
      <label class="check">
        <input type="checkbox" checked=${Boolean(chosen)} onChange=${toggle} data-testid="refund-check" />
        <span class="grow"><strong>${line.name}</strong><span class="small soft">${t('refund.most')} <${Money} of=${most} /></span></span>
      </label>
      <span class=${wrong ? 'field wrong' : 'field'}>
        <input
          class="input right"
          inputmode="decimal"
          aria-label=${t('refund.amount', { name: line.name })}
          aria-invalid=${wrong ? 'true' : 'false'}
          disabled=${!chosen}
          value=${text}
          onInput=${type}
          data-testid="refund-amount"
        />
      </span>
    </li>
  `;
}

function amount(text, most) {
  const minor = parseMinor(text);
  return { minor: minor <= most.minor ? minor : Number.NaN, currency: most.currency };
}
