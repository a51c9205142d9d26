import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { t } from '../../core/text.js';
import { html, useRef, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Money } from '../../parts/money.js';
import { atHand } from './at-hand.js';
import { Proposal } from './proposal.js';
import { RefundLine } from './refund-line.js';

/** Chooses what goes back; then shows how it would go back, before anything is sent. */
export function RefundForm({ view, put }) {
  const [amounts, setAmounts] = useState({});
  const [proposed, setProposed] = useState();
  const lines = view.refundable.filter(({ amount }) => amount.minor > 0);
  const begun = useRef();
  const refund = async (id, wanted, methods) => {
    // before it is asked for: the till may tell of it before it answers
    atHand.set([id]);
    put(await api.refund(view.sale.id, id, wanted, methods));
  };
  const [propose, looking] = useAction(async (wanted) => {
    const proposal = await api.propose(view.sale.id, wanted);
    const id = idOf(begun, wanted);
    if (isPlain(proposal)) await refund(id, wanted, {});
    else setProposed({ id, lines: wanted, proposal });
  });
  const [begin, beginning] = useAction(async (methods) => {
    await refund(proposed.id, proposed.lines, methods);
    setProposed(undefined);
  });
  const entries = Object.entries(amounts);
  const complete = entries.length > 0 && entries.every(([, amount]) => amount.minor > 0);
  const change = (line, amount) => {
    const { [line]: _, ...others } = amounts;
    setAmounts(amount ? { ...others, [line]: amount } : others);
  };
  return html`
    <section class="card padded stack" data-testid="refund-form">
      <div>
        <h2>${t('refund.title')}</h2>
        <p class="small soft">${t('refund.alone')}</p>
      </div>
      <ul class="refund-lines">
        ${lines.map(
          ({ line, amount }) => html`<${RefundLine}
            key=${line}
            line=${view.sale.lines.find(({ number }) => number === line)}
            most=${amount}
            chosen=${amounts[line]}
            onChange=${(chosen) => change(line, chosen)}
          />`,
        )}
      </ul>
      ${view.surplus.minor > 0 && html`<p class="small soft">${t('refund.surplus')} <${Money} of=${view.surplus} /></p>`}
      <div class="row">
        <${Button}
          look="primary"
          icon="turn-back"
          busy=${looking}
          disabled=${!complete}
          testid="refund-lines"
          onClick=${() => propose(amounts)}
        >
          ${t('refund.lines')}
        <//>
        <${Button} busy=${looking} testid="refund-all" onClick=${() => propose({})}>${t('refund.all')}<//>
      </div>
      ${proposed &&
      html`
        <${Proposal} proposal=${proposed.proposal} tenders=${view.sale.tenders} busy=${beginning} onBegin=${begin} onClose=${() => setProposed(undefined)} />
      `}
    </section>
  `;
}

/** Nothing to choose and nothing in the way: the method's own question is confirmation enough. */
function isPlain({ parts }) {
  return parts.length === 1 && parts[0].choices.length === 1 && !parts[0].obstacle;
}

/** The same wish again, after an answer that was lost, is the same refund. */
function idOf(begun, wanted) {
  const wish = JSON.stringify(wanted);
  if (begun.current?.wish !== wish) begun.current = { wish, id: freshId() };
  return begun.current.id;
}
