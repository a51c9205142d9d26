import { isZero } from '../../core/money.js';
import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { EvidenceChip } from '../../parts/evidence.js';
import { Money } from '../../parts/money.js';

/** A payment in the open sale; what was typed can be verified at once, while the customer still stands there. */
export function Tender({ tender, onRemove, onVerify }) {
  return html`
    <li class="tender" data-testid="tender" data-method=${tender.method} data-evidence=${tender.evidence}>
      <div class="grow">
        <div class="row apart">
          <strong>${say(tender.methodName)}</strong>
          <strong><${Money} of=${tender.tendered} testid="tender-amount" /></strong>
        </div>
        ${tender.reference && html`<p class="mono small soft" data-testid="tender-reference">${tender.reference.id}</p>`}
        ${!isZero(tender.surplus) &&
        html`<p class="small soft">${t('tender.surplus')} <${Money} of=${tender.surplus} testid="tender-surplus" /></p>`}
        <${EvidenceChip} tender=${tender} />
      </div>
      ${tender.removable &&
      html`<${Button} look="quiet square" icon="trash" label=${t('tender.remove')} testid="tender-remove" onClick=${onRemove} />`}
      ${tender.vouchedFor &&
      html`<${Button} look="wide" icon="edit" testid="tender-verify" onClick=${onVerify}>${t('verify.add')}<//>`}
    </li>
  `;
}
