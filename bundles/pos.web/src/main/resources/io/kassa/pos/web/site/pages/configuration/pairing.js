import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { session, take } from '../../core/session.js';
import { useStore } from '../../core/store.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../../parts/button.js';

/** Pairs this browser with a register: only there do the PINs of cashiers work. */
export function Pairing({ register }) {
  const { paired } = useStore(session);
  const here = paired.some(({ id }) => id === register.id);
  const [change, busy] = useAction(async () => take(await (here ? api.unpair(register.id) : api.pair(register.id))));
  return html`
    ${here && html`<span class="chip ok" data-testid="paired">${t('pairing.here')}</span>`}
    <${Button} busy=${busy} testid=${here ? 'unpair' : 'pair'} onClick=${change}>${t(here ? 'pairing.end' : 'pairing.begin')}<//>
  `;
}
