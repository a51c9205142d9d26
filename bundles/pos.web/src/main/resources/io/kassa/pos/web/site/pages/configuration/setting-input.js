import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Switch } from '../../parts/switch.js';
import { GrowingText } from './growing-text.js';
import { SecretInput } from './secret-input.js';

/** The control that fits the kind of setting. */
export function SettingInput({ id, field, value, secretSet, wrong, onValue }) {
  const shared = {
    id,
    value,
    'aria-describedby': `${id}-help`,
    'aria-invalid': wrong ? 'true' : 'false',
    'data-testid': `setting-${field.key}`,
    onInput: (event) => onValue(event.target.value),
  };
  switch (field.type) {
    case 'boolean':
      return html`
        <${Switch}
          label=${t(value === 'true' ? 'yes' : 'no')}
          checked=${value === 'true'}
          onChange=${(on) => onValue(String(on))}
          testid=${`setting-${field.key}`}
        />
      `;
    case 'choice':
      return html`
        <select class="select" ...${shared} onChange=${shared.onInput}>
          ${!field.required && html`<option value="">${t('plugin.none')}</option>`}
          ${field.options.map((option) => html`<option key=${option.value} value=${option.value}>${say(option.name)}</option>`)}
        </select>
      `;
    case 'lines':
      return html`<textarea class="area" rows="4" spellcheck=${false} ...${shared} />`;
    case 'password':
      return html`<${SecretInput} shared=${shared} isSet=${secretSet} onValue=${onValue} />`;
    case 'integer':
      return html`<input class="input" inputmode="numeric" autocomplete="off" ...${shared} />`;
    default:
      return html`<${GrowingText} shared=${shared} />`;
  }
}
