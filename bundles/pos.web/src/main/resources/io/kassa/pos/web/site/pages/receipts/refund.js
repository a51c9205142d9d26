import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { useStore } from '../../core/store.js';
import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Money } from '../../parts/money.js';
import { Problem } from '../../parts/problem.js';
import { atHand } from './at-hand.js';

const LOOKS = {
  UNDER_WAY: '',
  DONE: 'ok',
  PARTLY: 'warn',
  NOTHING: 'danger',
  NOT_KNOWN_YET: 'warn',
  WAITING: '',
  ASKING: '',
  REFUNDED: 'ok',
  DECLINED: 'danger',
  CANCELLED: '',
};

/** A refund: what went back where, and what is open. */
export function Refund({ refund, put }) {
  const aside = !useStore(atHand).includes(refund.id);
  return html`
    <section class="card padded stack" data-testid="refund" data-state=${refund.state}>
      <header class="row apart">
        <div>
          <h2>${t('refund.of')} <${Money} of=${refund.amount} /></h2>
          <p class="small soft">${dateTime(refund.startedAt)}</p>
        </div>
        <span class=${`chip ${LOOKS[refund.state]}`} data-testid="refund-state">${t(`refund.state.${refund.state}`)}</span>
      </header>
      <ul class="stack">
        ${refund.parts.map((part) => html`<${Part} key=${part.attempt} part=${part} put=${put} />`)}
      </ul>
      ${refund.attempt &&
      !refund.attempt.ended &&
      aside &&
      html`
        <div class="row apart">
          <p class="note grow"><${Icon} name="alert" /><span>${t('refund.aside')}</span></p>
          <${Button} look="primary" testid="refund-go-on" onClick=${() => atHand.set([refund.id])}>${t('refund.goOn')}<//>
        </div>
      `}
    </section>
  `;
}

function Part({ part, put }) {
  const [inquire, asking] = useAction(async () => put(await api.inquire(part.attempt)));
  const unknown = part.state === 'NOT_KNOWN_YET';
  return html`
    <li class="part" data-testid="refund-part" data-state=${part.state} data-method=${part.method}>
      <div class="row apart">
        <strong>${say(part.methodName)}</strong>
        <span class="row">
          <strong><${Money} of=${part.amount} /></strong>
          <span class=${`chip ${LOOKS[part.state]}`}>${t(`refund.part.${part.state}`)}</span>
        </span>
      </div>
      ${part.receiptLines.map((line) => html`<p class="small soft" key=${line.code}>${say(line)}</p>`)}
      ${part.outcome && html`<${Problem} guidance=${part.outcome} look=${unknown ? 'doubt' : ''} />`}
      ${unknown &&
      html`
        <div class="row apart">
          <p class="note"><${Icon} name="refresh" /><span>${t('refund.askedAgain')}</span></p>
          <${Button} busy=${asking} testid="inquire" onClick=${inquire}>${t('refund.askNow')}<//>
        </div>
      `}
    </li>
  `;
}
