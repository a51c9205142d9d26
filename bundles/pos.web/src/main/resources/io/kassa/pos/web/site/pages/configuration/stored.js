import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';

const load = async () => {
  const [methods, registers] = await Promise.all([api.methods(), api.registerSettings()]);
  return { methods, registers };
};

/** That settings are saved, and what is still to be done before their payment method can be used at a register. */
export function Stored({ method }) {
  const { value } = useLiveView(['SETUP'], undefined, load);
  const next = value && method && todo(method, value);
  return html`
    <p class="note ok" data-testid="stored" data-next=${next}>
      <${Icon} name="check" />
      <span>
        ${t(value && !next ? 'plugin.stored' : 'plugin.saved')}
        ${next && html`${' '}${t(`plugin.next.${next}`)}${' '}<a class="link" href=${`/configuration/${next}`}>${t(`config.${next}`)}</a>`}
      </span>
    </p>
  `;
}

function todo(method, { methods, registers }) {
  if (!methods.find(({ id }) => id === method)?.settings.enabled) return 'methods';
  return registers.some((register) => register.methods.includes(method)) ? undefined : 'registers';
}
