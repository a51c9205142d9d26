import { say } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';

/** A way to pay, with what it could pay, or why it cannot, on the button itself. */
export function MethodButton({ method, disabled, onPress }) {
  return html`
    <button
      class="method"
      disabled=${disabled || !method.ready}
      data-testid="method"
      data-method=${method.id}
      data-ready=${method.ready ? 'true' : 'false'}
      onClick=${onPress}
    >
      <span class="grow">
        <span class="method-name">${say(method.name)}</span>
        <span class="method-hint" data-testid="method-hint">${say(method.hint)}</span>
      </span>
      <${Icon} name=${method.ready ? 'next' : 'lock'} />
    </button>
  `;
}
