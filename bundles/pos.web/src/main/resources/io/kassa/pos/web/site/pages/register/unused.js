import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { say, t, time } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Money } from '../../parts/money.js';
import { UseWithSurplus } from './use-with-surplus.js';

/** Payments of cancelled sales that the sale at hand can take. */
export function Unused({ view, sale, put }) {
  const [doubtful, setDoubtful] = useState();
  const [use, busy] = useAction(async (payment) => {
    put(await api.useUnused(view.id, sale.id, payment.attempt));
    setDoubtful(undefined);
  });
  const usable = (payment) => view.methods.find(({ id, ready }) => id === payment.method && ready)?.eligible;
  // more than the sale can take is not given back: that is for the cashier to decide, as after a scan
  const begin = (payment) => (usable(payment)?.minor < payment.amount.minor ? setDoubtful(payment) : use(payment));
  return html`
    <aside class="unused" data-testid="unused" aria-label=${t('unused.title')}>
      <div class="row">
        <${Icon} name="clock" />
        <strong class="grow">${t('unused.title')} <span class="count">${view.unused.length}</span></strong>
        <a href="/worklist" class="link small">${t('unused.list')}</a>
      </div>
      ${view.unused.map(
        (payment) => html`
          <div class="unused-row" key=${payment.attempt} data-testid="unused-payment">
            <span>
              ${say(payment.methodName)} <${Money} of=${payment.amount} /> <span class="soft small">${time(payment.paidAt)}</span>
              ${payment.reference && html`<span class="unused-reference mono small soft">${payment.reference.id}</span>`}
            </span>
            <${Button} busy=${busy} disabled=${!sale} testid="unused-use" onClick=${() => begin(payment)}>${t('unused.use')}<//>
          </div>
        `,
      )}
      ${doubtful &&
      sale &&
      html`<${UseWithSurplus} payment=${doubtful} usable=${usable(doubtful)} busy=${busy} onUse=${() => use(doubtful)} onClose=${() => setDoubtful(undefined)} />`}
      ${!sale && html`<p class="small">${t('unused.sellFirst')}</p>`}
    </aside>
  `;
}
