import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Money } from '../../parts/money.js';
import { Problem } from '../../parts/problem.js';

/** What would go where. What is in the way is said here, before anything is sent. */
export function Proposal({ proposal, tenders, busy, onBegin, onClose }) {
  const [methods, setMethods] = useState(first(proposal));
  const possible = proposal.parts.some((part) => !part.obstacle);
  const actions = html`
    <${Button} onClick=${onClose} testid="proposal-cancel">${t('cancel')}<//>
    <${Button}
      look="primary"
      icon="turn-back"
      busy=${busy}
      disabled=${!possible}
      testid="proposal-ok"
      onClick=${() => onBegin(methods)}
    >
      ${t('proposal.ok')}
    <//>
  `;
  return html`
    <${Dialog} title=${t('proposal.title')} testid="proposal" onClose=${onClose} actions=${actions}>
      <p class="proposal-sum"><span>${t('proposal.sum')}</span><strong><${Money} of=${sum(proposal, methods)} testid="proposal-amount" /></strong></p>
      <ul class="stack">
        ${proposal.parts.map(
          (part) => html`
            <li class="part" key=${part.payment} data-testid="proposal-part">
              <div class="row apart">
                <span>${t('proposal.paidWith')} <strong>${say(part.paidWith)}</strong></span>
                <strong><${Money} of=${amount(part, methods)} testid="proposal-part-amount" /></strong>
              </div>
              <${Payment} tender=${tenders.find(({ attempt }) => attempt === part.payment)} />
              ${part.obstacle
                ? html`<${Problem} guidance=${part.obstacle} look="doubt" testid="obstacle" />`
                : html`<${Way} part=${part} chosen=${methods[part.payment]} onChoose=${(id) => setMethods({ ...methods, [part.payment]: id })} />`}
            </li>
          `,
        )}
      </ul>
    <//>
  `;
}

/** Which of several payments by one method it is. */
function Payment({ tender }) {
  if (tender.reference) return html`<p class="small mono soft" data-testid="proposal-reference">${tender.reference.id}</p>`;
  return tender.vouchedFor && html`<p class="small soft" data-testid="proposal-typed">${t('proposal.typed')}</p>`;
}

function Way({ part, chosen, onChoose }) {
  if (part.choices.length === 1) return html`<p class="soft">${t('proposal.backTo', { name: say(part.choices[0].name) })}</p>`;
  return html`
    <div class="choices" role="group" aria-label=${t('proposal.choose')}>
      ${part.choices.map(
        (choice) => html`
          <button
            class="choice"
            key=${choice.method}
            aria-pressed=${choice.method === chosen ? 'true' : 'false'}
            onClick=${() => onChoose(choice.method)}
            data-testid="proposal-choice"
            data-method=${choice.method}
          >
            ${say(choice.name)}
          </button>
        `,
      )}
    </div>
  `;
}

/** What is handed over by the way that is chosen: cash is rounded. */
function amount(part, methods) {
  const chosen = part.choices.find(({ method }) => method === methods[part.payment]);
  return chosen ? chosen.amount : part.amount;
}

function sum(proposal, methods) {
  const minor = proposal.parts.reduce((before, part) => before + amount(part, methods).minor, 0);
  return { ...proposal.amount, minor };
}

/** Where there is a choice, the first is taken until another is chosen. */
function first(proposal) {
  const open = proposal.parts.filter((part) => !part.obstacle && part.choices.length > 1);
  return Object.fromEntries(open.map((part) => [part.payment, part.choices[0].method]));
}
