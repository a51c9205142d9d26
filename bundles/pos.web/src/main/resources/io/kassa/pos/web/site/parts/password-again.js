import { api } from '../core/api.js';
import { useAction } from '../core/action.js';
import { passwordWanted } from '../core/password.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html, useState } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { TextField } from './text-field.js';

/** Asks an admin for the password again, before a secret is changed. */
export function PasswordAgain() {
  const wanted = useStore(passwordWanted);
  return wanted ? html`<${Asked} settle=${wanted.settle} />` : null;
}

function Asked({ settle }) {
  const [password, setPassword] = useState('');
  const [confirm, busy] = useAction(async () => {
    await api.confirmPassword(password);
    settle(true);
  });
  const submit = (event) => {
    event?.preventDefault();
    confirm();
  };
  const actions = html`
    <${Button} onClick=${() => settle(false)} testid="password-cancel">${t('cancel')}<//>
    <${Button} look="primary" busy=${busy} disabled=${password === ''} onClick=${submit} testid="password-ok">${t('continue')}<//>
  `;
  return html`
    <${Dialog} title=${t('passwordAgain.title')} testid="password-again" onClose=${() => settle(false)} actions=${actions}>
      <p class="soft">${t('passwordAgain.text')}</p>
      <form onSubmit=${submit}>
        <${TextField}
          label=${t('login.password')}
          type="password"
          autocomplete="current-password"
          focused
          value=${password}
          onValue=${setPassword}
          testid="password-again-field"
        />
      </form>
    <//>
  `;
}
