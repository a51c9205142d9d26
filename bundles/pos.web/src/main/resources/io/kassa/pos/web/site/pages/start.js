import { api } from '../core/api.js';
import { useLiveView } from '../core/live-view.js';
import { go } from '../core/router.js';
import { session } from '../core/session.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html, useEffect } from '../core/view.js';
import { Icon } from '../parts/icon.js';
import { Loading } from '../parts/loading.js';
import { NewShop } from './new-shop.js';

/** Where no other page is meant: the register of the login, the only one there is, or a choice. */
export function Start() {
  const { register, paired, actor } = useStore(session);
  const { value: places, problem } = useLiveView(['SETUP'], undefined, api.registers);
  const only = register ?? (paired.length === 1 ? paired[0].id : places?.length === 1 ? places[0].id : undefined);
  useEffect(() => {
    if (only) go(`/register/${encodeURIComponent(only)}`, { replace: true });
  }, [only]);
  if (!places || only) return html`<${Loading} problem=${problem} />`;
  if (places.length === 0 && actor.role === 'ADMIN') return html`<${NewShop} />`;
  return html`
    <main class="sheet" data-testid="start">
      <h1>${t('start.title')}</h1>
      ${places.length === 0 && html`<p>${t('start.none')}</p>`}
      <ul class="places">
        ${places.map(
          (place) => html`
            <li key=${place.id}>
              <a
                class="card place"
                href=${`/register/${encodeURIComponent(place.id)}`}
                data-testid="place"
                data-register=${place.id}
              >
                <${Icon} name="till" /><strong>${place.name}</strong><${Icon} name="next" />
              </a>
            </li>
          `,
        )}
      </ul>
    </main>
  `;
}
