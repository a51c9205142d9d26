import { t } from '../../core/text.js';
import { html } from '../../core/view.js';

/** The demo says how to log in to it; a shop has none of this. */
export function DemoLogins({ logins, onChoose }) {
  return html`
    <aside class="demo-logins" data-testid="demo-logins">
      <h2>${t('login.demo')}</h2>
      <ul>
        ${logins.map(
          (login) => html`
            <li key=${login.name}>
              <button
                class="demo-login"
                onClick=${() => onChoose(login)}
                data-testid="demo-login"
                data-name=${login.name}
                data-secret=${login.secret}
              >
                <strong>${login.name}</strong>
                <span class="soft small">${t(`role.${login.role}`)}</span>
                <span class="mono">${login.secret}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    </aside>
  `;
}
