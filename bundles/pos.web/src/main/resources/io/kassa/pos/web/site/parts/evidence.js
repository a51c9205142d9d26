import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Icon } from './icon.js';

const LOOKS = {
  CONFIRMED: { look: 'ok', icon: 'check' },
  SIGNED: { look: 'ok', icon: 'check' },
  ATTESTED: { look: 'warn', icon: 'alert' },
};

/** Whether a payment came from outside the till. */
export function isOutside(tender) {
  return Boolean(tender.reference) || tender.receiptLines.length > 0;
}

/** Whether nobody but a cashier vouches for it. */
export function isVouchedFor(tender) {
  return isOutside(tender) && tender.evidence === 'ATTESTED';
}

/** How it is known that money moved, for payments that came from outside the till. */
export function EvidenceChip({ tender }) {
  if (!isOutside(tender)) return null;
  const { look, icon } = LOOKS[tender.evidence];
  return html`
    <span class=${`chip ${look}`} data-testid="evidence"><${Icon} name=${icon} />${t(`evidence.${tender.evidence}`)}</span>
  `;
}
