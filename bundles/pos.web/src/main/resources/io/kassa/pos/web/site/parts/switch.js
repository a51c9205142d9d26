import { html } from '../core/view.js';

export function Switch({ label, help, checked, disabled, onChange, testid }) {
  return html`
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked=${checked}
        disabled=${disabled}
        onChange=${(event) => onChange(event.target.checked)}
        data-testid=${testid}
      />
      <span>
        ${label}
        ${help && html`<span class="switch-help" data-testid=${`${testid}-help`}>${help}</span>`}
      </span>
    </label>
  `;
}
