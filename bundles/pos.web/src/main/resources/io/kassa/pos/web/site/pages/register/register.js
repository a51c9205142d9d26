import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { store, useStore } from '../../core/store.js';
import { html } from '../../core/view.js';
import { Attempt, refusalOf } from '../../parts/attempt/attempt.js';
import { Loading } from '../../parts/loading.js';
import { Cart } from './cart.js';
import { Completed } from './completed.js';
import { Payment } from './payment.js';
import { Products } from './products.js';
import { Unasked } from './unasked.js';
import { Unused } from './unused.js';

/** The completed sales that this page has put away, so that they stay away when it is come back to. */
const closedSales = store([]);

/** The counter: what is sold on the left, what can be sold in the middle, how it is paid on the right. */
export function Register({ register: id }) {
  const { value: view, problem, put } = useLiveView(['VIEW'], id, () => api.register(id));
  const closed = useStore(closedSales);
  if (!view) return html`<${Loading} problem=${problem} />`;
  const last = view.sale;
  const open = last?.state === 'OPEN' ? last : undefined;
  const completed = last?.state === 'COMPLETED' && !closed.includes(last.id) ? last : undefined;
  const startNext = () => closedSales.set([...closed, last.id]);
  return html`
    <main class="counter" data-testid="register" data-register=${view.id} data-revision=${view.revision}>
      <h1 class="unseen">${view.name}</h1>
      ${completed
        ? html`<${Completed} view=${view} sale=${completed} onNext=${startNext} />`
        : html`<${Cart} view=${view} sale=${open} put=${put} />`}
      <section class="middle">
        ${view.unused.length > 0 && html`<${Unused} view=${view} sale=${open} put=${put} />`}
        <${Products} view=${view} put=${put} />
      </section>
      ${!completed && html`<${Payment} view=${view} sale=${open} put=${put} />`}
      ${!view.attempt && html`<${Unasked} view=${view} sale=${open} put=${put} />`}
      ${view.attempt &&
      html`<${Attempt}
        key=${view.attempt.id}
        attempt=${view.attempt}
        answer=${async (given) => {
          const next = await api.answer(id, view.attempt.id, given);
          put(next);
          return { reason: refusalOf(next.attempt), waiting: next.attempt?.waiting };
        }}
        picture=${async (...sent) => {
          const { view: next, ...seen } = await api.picture(id, view.attempt.id, ...sent);
          put(next);
          return { ...seen, reason: refusalOf(next?.attempt), waiting: next?.attempt?.waiting };
        }}
        dismiss=${async () => put(await api.dismiss(id, view.attempt.id))}
      />`}
    </main>
  `;
}
