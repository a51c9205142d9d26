import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Switch } from '../../parts/switch.js';
import { TextField } from '../../parts/text-field.js';

/** What the shop decides about a method: its accounts, and how it stands on the registers. */
export function MethodDetails({ method, busy, save }) {
  const [settings, setSettings] = useState(method.settings);
  const set = (key) => (value) => setSettings({ ...settings, [key]: value });
  const submit = (event) => {
    event.preventDefault();
    save(settings);
  };
  return html`
    <form class="method-details" onSubmit=${submit}>
      <${TextField}
        label=${t('methods.account')}
        help=${t('methods.account.help')}
        maxlength="100"
        value=${settings.account}
        onValue=${set('account')}
        testid="method-account"
      />
      <${TextField}
        label=${t('methods.surplusAccount')}
        help=${t('methods.surplusAccount.help')}
        maxlength="100"
        value=${settings.surplusAccount}
        onValue=${set('surplusAccount')}
        testid="method-surplus-account"
      />
      <${Switch}
        label=${t('methods.registerCheck')}
        help=${t('methods.registerCheck.help')}
        checked=${settings.registerCheck}
        onChange=${set('registerCheck')}
        testid="method-check"
      />
      <${Switch} label=${t('methods.quick')} checked=${settings.quick} onChange=${set('quick')} testid="method-quick" />
      ${method.givesChange &&
      html`
        <${Switch}
          label=${t('methods.rounding')}
          checked=${settings.rounding}
          onChange=${set('rounding')}
          testid="method-rounding"
        />
      `}
      <div><${Button} type="submit" look="primary" busy=${busy} testid="method-save">${t('save')}<//></div>
    </form>
  `;
}
