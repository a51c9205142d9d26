import { html } from '../core/view.js';
import { Icon } from './icon.js';

/** `look` is any of: primary, danger, quiet, big, wide, square. A square one has its words in `label`. */
export function Button({ look = '', icon, label, busy = false, disabled = false, testid, onClick, children, type = 'button', ...rest }) {
  return html`
    <button
      type=${type}
      class=${`button ${look}`}
      disabled=${disabled || busy}
      aria-label=${label}
      title=${label}
      aria-busy=${busy ? 'true' : undefined}
      data-testid=${testid}
      onClick=${onClick}
      ...${rest}
    >
      ${busy ? html`<${Icon} name="wait" turning />` : icon && html`<${Icon} name=${icon} />`}
      ${children}
    </button>
  `;
}
