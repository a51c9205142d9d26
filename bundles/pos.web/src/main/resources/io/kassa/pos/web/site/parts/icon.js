import { html } from '../core/view.js';

/** Brings the drawings into the page once, so that none is missing when the connection is. */
export async function loadIcons() {
  const answer = await fetch(new URL('../sprite.svg', import.meta.url));
  const sprite = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
  sprite.setAttribute('hidden', '');
  document.body.prepend(document.importNode(sprite, true));
}

/** A picture beside words; it is never the only thing that says something. */
export function Icon({ name, turning = false }) {
  const look = turning ? 'icon turning' : 'icon';
  return html`<svg class=${look} aria-hidden="true"><use href=${`#icon-${name}`} /></svg>`;
}
