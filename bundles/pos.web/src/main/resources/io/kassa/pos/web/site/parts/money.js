import { money } from '../core/money.js';
import { html } from '../core/view.js';

export function Money({ of, testid }) {
  return html`<span class="money" data-testid=${testid} data-minor=${of.minor}>${money(of)}</span>`;
}
