import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Money } from '../../parts/money.js';

/** The customer paid more than this sale can take of it: both amounts, and what would not be given back. */
export function UseWithSurplus({ payment, usable, busy, onUse, onClose }) {
  if (!usable) return null;
  const surplus = { ...usable, minor: payment.amount.minor - usable.minor };
  const actions = html`
    <${Button} onClick=${onClose} testid="surplus-back">${t('cancel')}<//>
    <${Button} look="primary" busy=${busy} onClick=${onUse} testid="surplus-ok">${t('unused.use')}<//>
  `;
  return html`
    <${Dialog} title=${t('surplus.title')} testid="surplus" onClose=${onClose} actions=${actions}>
      <p class="row apart"><span>${t('surplus.paid')}</span><strong><${Money} of=${payment.amount} /></strong></p>
      <p class="row apart"><span>${t('surplus.usable')}</span><strong><${Money} of=${usable} testid="surplus-usable" /></strong></p>
      <p class="row apart"><span>${t('surplus.over')}</span><strong><${Money} of=${surplus} testid="surplus-over" /></strong></p>
    <//>
  `;
}
