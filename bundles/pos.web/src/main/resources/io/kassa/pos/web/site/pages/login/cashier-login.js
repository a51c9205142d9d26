import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { useLiveView } from '../../core/live-view.js';
import { take } from '../../core/session.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Pin } from './pin.js';

export function CashierLogin({ paired }) {
  const [place, setPlace] = useState(paired[0]?.id);
  const [name, setName] = useState();
  const { value: names, problem } = useLiveView([], undefined, paired.length > 0 ? api.cashiers : async () => []);
  const [login, busy] = useAction(async (pin) => take(await api.login({ kind: 'pin', name, pin, register: place })));
  if (paired.length === 0) {
    return html`<p class="note warning" data-testid="not-paired"><${Icon} name="info" /><span>${t('login.notPaired')}</span></p>`;
  }
  if (!names) return html`<${Loading} problem=${problem} />`;
  if (name) return html`<${Pin} name=${name} busy=${busy} onPin=${login} onBack=${() => setName(undefined)} />`;
  return html`
    <div class="stack">
      <h1>${t('login.who')}</h1>
      ${paired.length > 1 &&
      html`
        <div class="choices">
          ${paired.map(
            (each) => html`
              <button
                class="choice"
                key=${each.id}
                aria-pressed=${each.id === place ? 'true' : 'false'}
                onClick=${() => setPlace(each.id)}
                data-testid="login-register"
                data-register=${each.id}
              >
                ${each.name}
              </button>
            `,
          )}
        </div>
      `}
      ${names.length === 0 && html`<p class="soft">${t('login.noCashiers')}</p>`}
      <div class="names">
        ${names.map(
          (each) => html`
            <button class="button big" key=${each} onClick=${() => setName(each)} data-testid="cashier" data-name=${each}>
              <${Icon} name="person" />${each}
            </button>
          `,
        )}
      </div>
    </div>
  `;
}
