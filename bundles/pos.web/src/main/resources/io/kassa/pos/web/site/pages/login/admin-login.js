import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { take } from '../../core/session.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { TextField } from '../../parts/text-field.js';

export function AdminLogin({ filled }) {
  const [name, setName] = useState(filled?.name ?? '');
  const [password, setPassword] = useState(filled?.secret ?? '');
  const [login, busy] = useAction(async () => take(await api.login({ kind: 'password', name, password })));
  const submit = (event) => {
    event.preventDefault();
    login();
  };
  return html`
    <form class="stack" onSubmit=${submit}>
      <h1>${t('login.admin.title')}</h1>
      <${TextField}
        label=${t('login.name')}
        autocomplete="username"
        autocapitalize="none"
        focused=${!filled}
        value=${name}
        onValue=${setName}
        testid="login-name"
      />
      <${TextField}
        label=${t('login.password')}
        type="password"
        autocomplete="current-password"
        value=${password}
        onValue=${setPassword}
        testid="login-password"
      />
      <${Button}
        type="submit"
        look="primary big wide"
        busy=${busy}
        disabled=${!name || !password}
        testid="login-ok"
      >
        ${t('login.ok')}
      <//>
    </form>
  `;
}
