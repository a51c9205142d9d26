import { about, session } from '../../core/session.js';
import { useStore } from '../../core/store.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { AdminLogin } from './admin-login.js';
import { CashierLogin } from './cashier-login.js';
import { DemoLogins } from './demo-logins.js';
import { FirstAdmin } from './first-admin.js';

/** Cashiers choose their name and enter a PIN, where this browser stands at a register; admins have a password. */
export function Login() {
  const { needsFirstAdmin, paired } = useStore(session);
  const { shop, demoLogins = [] } = useStore(about);
  const [wanted, setWanted] = useState();
  const [filled, setFilled] = useState();
  const way = needsFirstAdmin ? 'first' : (wanted ?? (paired.length > 0 ? 'cashier' : 'admin'));
  const fill = (login) => {
    setWanted(login.role === 'ADMIN' ? 'admin' : 'cashier');
    setFilled(login);
  };
  return html`
    <main class="login" data-testid="login">
      <div class="login-card card">
        ${shop && html`<p class="soft">${shop}</p>`}
        ${way === 'first' && html`<${FirstAdmin} />`}
        ${way !== 'first' &&
        html`
          <div class="segments wide" role="group" aria-label=${t('login.way')}>
            ${['cashier', 'admin'].map(
              (each) => html`
                <button
                  key=${each}
                  aria-pressed=${each === way ? 'true' : 'false'}
                  onClick=${() => setWanted(each)}
                  data-testid=${`login-${each}`}
                >
                  ${t(`login.${each}`)}
                </button>
              `,
            )}
          </div>
        `}
        ${way === 'cashier' && html`<${CashierLogin} paired=${paired} />`}
        ${way === 'admin' && html`<${AdminLogin} key=${filled?.name} filled=${filled?.role === 'ADMIN' ? filled : undefined} />`}
      </div>
      ${way !== 'first' && demoLogins.length > 0 && html`<${DemoLogins} logins=${demoLogins} onChoose=${fill} />`}
    </main>
  `;
}
