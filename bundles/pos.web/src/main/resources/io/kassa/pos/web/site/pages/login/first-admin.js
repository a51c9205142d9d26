import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { take } from '../../core/session.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { TextField } from '../../parts/text-field.js';

const LEAST_PASSWORD = 12;

/** Nobody is there yet: the code on the till's console makes the first admin. */
export function FirstAdmin() {
  const [given, setGiven] = useState({ code: '', name: '', password: '', again: '' });
  const field = (key) => ({ value: given[key], onValue: (value) => setGiven({ ...given, [key]: value }), testid: `first-${key}` });
  const [make, busy] = useAction(async () => {
    const { code, name, password } = given;
    take(await api.firstAdmin({ code: code.trim(), name: name.trim(), password }));
  });
  const submit = (event) => {
    event.preventDefault();
    make();
  };
  const differs = given.again !== '' && given.again !== given.password;
  const ready = given.code && given.name.trim() && given.password.length >= LEAST_PASSWORD && given.again === given.password;
  return html`
    <form class="stack" onSubmit=${submit}>
      <h1>${t('first.title')}</h1>
      <p class="soft">${t('first.text')}</p>
      <${TextField}
        label=${t('first.code')}
        help=${t('example', { text: 'ABCD-EFGH-JKLM' })}
        autocomplete="one-time-code"
        autocapitalize="characters"
        class="input mono code"
        spellcheck=${false}
        focused
        ...${field('code')}
      />
      <${TextField} label=${t('login.name')} autocomplete="username" ...${field('name')} />
      <${TextField}
        label=${t('login.password')}
        help=${t('first.password')}
        type="password"
        autocomplete="new-password"
        ...${field('password')}
      />
      <${TextField} label=${t('first.again')} type="password" autocomplete="new-password" ...${field('again')} />
      ${differs && html`<p class="note error" data-testid="first-differs"><${Icon} name="alert" />${t('first.differs')}</p>`}
      <${Button} type="submit" look="primary big wide" busy=${busy} disabled=${!ready} testid="first-ok">${t('first.ok')}<//>
    </form>
  `;
}
