import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { withPassword } from '../../core/password.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Switch } from '../../parts/switch.js';
import { TextField } from '../../parts/text-field.js';

const SECRETS = { CASHIER: /^\d{4,8}$/, ADMIN: /^.{12,}$/ };

export function PersonDialog({ person, put, onClose }) {
  const known = person.name !== '';
  const [draft, setDraft] = useState(person);
  const [secret, setSecret] = useState('');
  const set = (key) => (value) => setDraft({ ...draft, [key]: value });
  const secretFits = SECRETS[draft.role].test(secret);
  const ready = draft.name.trim() && (secretFits || (known && secret === ''));
  const [save, busy] = useAction(async () => {
    const { role, mayAttest, active } = draft;
    const change = { role, mayAttest, active, ...(secret && { secret }) };
    const people = await withPassword(() => api.savePerson(draft.name.trim(), change));
    if (!people) return;
    put(people);
    onClose();
  });
  return html`
    <${FormDialog}
      title=${known ? person.name : t('people.add')}
      name="person"
      ready=${ready}
      busy=${busy}
      save=${save}
      onClose=${onClose}
    >
      ${!known &&
      html`
        <${TextField}
          label=${t('login.name')}
          focused
          maxlength="100"
          autocomplete="off"
          value=${draft.name}
          onValue=${set('name')}
          testid="person-name"
        />
      `}
      <div class="choices" role="group" aria-label=${t('people.role')}>
        ${['CASHIER', 'ADMIN'].map(
          (role) => html`
            <button
              type="button"
              class="choice"
              key=${role}
              disabled=${known}
              aria-pressed=${draft.role === role ? 'true' : 'false'}
              onClick=${() => set('role')(role)}
              data-testid=${`person-${role}`}
            >
              ${t(`role.${role}`)}
            </button>
          `,
        )}
      </div>
      <${TextField}
        label=${t(`people.secret.${draft.role}`)}
        help=${known ? t('people.secret.keep') : t(`people.secret.${draft.role}.help`)}
        type="password"
        autocomplete="new-password"
        inputmode=${draft.role === 'CASHIER' ? 'numeric' : undefined}
        value=${secret}
        onValue=${setSecret}
        testid="person-secret"
      />
      <${Switch}
        label=${t('people.mayAttest')}
        checked=${draft.mayAttest}
        onChange=${set('mayAttest')}
        testid="person-attest"
      />
      <${Switch} label=${t('people.active')} checked=${draft.active} onChange=${set('active')} testid="person-active" />
    <//>
  `;
}
