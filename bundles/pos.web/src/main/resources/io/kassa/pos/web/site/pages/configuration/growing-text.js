import { html } from '../../core/view.js';

const LONG = 80;

/** A text of one line mostly. Some, such as keys, have many, which a field of one line would silently run together. */
export function GrowingText({ shared }) {
  const many = shared.value.includes('\n');
  const onKey = (event) => {
    if (event.key !== 'Enter' || many) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  };
  const look = many || shared.value.length > LONG ? 'input growing long' : 'input growing';
  return html`
    <textarea
      class=${look}
      rows="1"
      autocomplete="off"
      autocapitalize="none"
      spellcheck=${false}
      onKeyDown=${onKey}
      ...${shared}
    />
  `;
}
