import { html } from '../core/view.js';

const SPRITE = new URL('../sprite.svg', import.meta.url).pathname;

/** A picture beside words; it is never the only thing that says something. */
export function Icon({ name, turning = false }) {
  const look = turning ? 'icon turning' : 'icon';
  return html`<svg class=${look} aria-hidden="true"><use href=${`${SPRITE}#${name}`} /></svg>`;
}
