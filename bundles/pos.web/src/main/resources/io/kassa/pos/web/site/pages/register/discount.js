import { useAction } from '../../core/action.js';
import { parseMinor } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { AmountField } from '../../parts/amount.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';

export function Discount({ title, before, currency, onAmount, onClose }) {
  const [text, setText] = useState('');
  const minor = parseMinor(text);
  const [take, busy] = useAction(async (amount) => {
    await onAmount({ minor: amount, currency });
    onClose();
  });
  const submit = (event) => {
    event.preventDefault();
    if (minor !== undefined) take(minor);
  };
  const actions = html`
    <${Button} look="danger" busy=${busy} testid="discount-none" onClick=${() => take(0)}>${t('discount.none')}<//>
    <${Button} look="primary" busy=${busy} disabled=${minor === undefined} testid="discount-ok" onClick=${() => take(minor)}>
      ${t('discount.ok')}
    <//>
  `;
  return html`
    <${Dialog} title=${title} testid="discount" onClose=${onClose} actions=${actions}>
      <form onSubmit=${submit}>
        <${AmountField}
          label=${t('discount.amount')}
          help=${before && t('discount.before', { amount: before })}
          text=${text}
          onText=${setText}
        />
      </form>
    <//>
  `;
}
