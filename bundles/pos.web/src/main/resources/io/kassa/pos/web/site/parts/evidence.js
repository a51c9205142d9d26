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
  return Boolean(tender.reference) || tender.receiptLines.length > 0 || tender.vouchedFor;
}

/** Whether its receipt has to say that no provider was asked, or answered. */
export function isUnverified(tender) {
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
