import { useAction } from '../../core/action.js';
import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Pairing } from './pairing.js';

/** A register and its payment methods, in the order of its buttons. Open register pages follow at once. */
export function RegisterCard({ register, methods, save }) {
  const [change, busy] = useAction((ids) => save({ ...register, methods: ids }));
  const ids = register.methods;
  // what is not there can stay on a register, and be taken off it, but not be added
  const rest = methods.filter(({ id, state }) => !ids.includes(id) && state !== 'MISSING');
  const move = (from, to) => {
    const moved = ids.filter((_, i) => i !== from);
    moved.splice(to, 0, ids[from]);
    change(moved);
  };
  const name = (id) => {
    const method = methods.find((each) => each.id === id);
    return method ? say(method.name) : id;
  };
  return html`
    <article class="card padded stack" data-testid="register-card" data-register=${register.id}>
      <header class="row apart">
        <div><h2>${register.name}</h2><p class="small soft mono">${register.id}</p></div>
        <div class="row">
          <${Pairing} register=${register} />
          <a class="button" href=${`/register/${encodeURIComponent(register.id)}`}>${t('registers.open')}</a>
        </div>
      </header>
      <div class="stack tight">
        <h3>${t('registers.methods')}</h3>
        ${ids.length === 0 && html`<p class="soft">${t('registers.noMethods')}</p>`}
        <ol class="entries framed">
          ${ids.map(
            (id, i) => html`
              <li class="entry" key=${id} data-testid="register-method" data-method=${id}>
                <strong class="grow">${name(id)}</strong>
                <${Disabled} method=${methods.find((each) => each.id === id)} />
                <${Button}
                  look="quiet square"
                  icon="up"
                  label=${t('registers.up', { name: name(id) })}
                  disabled=${busy || i === 0}
                  testid="method-up"
                  onClick=${() => move(i, i - 1)}
                />
                <${Button}
                  look="quiet square"
                  icon="down"
                  label=${t('registers.down', { name: name(id) })}
                  disabled=${busy || i === ids.length - 1}
                  testid="method-down"
                  onClick=${() => move(i, i + 1)}
                />
                <${Button}
                  look="quiet square"
                  icon="trash"
                  label=${t('registers.remove', { name: name(id) })}
                  disabled=${busy}
                  testid="method-remove"
                  onClick=${() => change(ids.filter((each) => each !== id))}
                />
              </li>
            `,
          )}
        </ol>
      </div>
      ${rest.length > 0 &&
      html`
        <div class="row">
          <span class="soft small">${t('registers.addMethod')}</span>
          ${rest.map(
            (method) => html`
              <${Button}
                key=${method.id}
                icon="plus"
                disabled=${busy}
                testid=${`add-${method.id}`}
                onClick=${() => change([...ids, method.id])}
              >
                ${say(method.name)}
              <//>
            `,
          )}
        </div>
      `}
    </article>
  `;
}

function Disabled({ method }) {
  if (method?.settings.enabled && method.state === 'AVAILABLE') return null;
  // one that is gone and disabled is in no list any more
  const state = `methods.state.${method?.state ?? 'MISSING'}`;
  const text = t(!method || method.settings.enabled ? state : 'methods.disabled');
  return html`<span class="chip warn" data-testid="register-method-state">${text}</span>`;
}
