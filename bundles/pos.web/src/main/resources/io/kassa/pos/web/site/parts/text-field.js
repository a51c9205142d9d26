import { html, useEffect, useRef } from '../core/view.js';

let count = 0;

/** One line of text with its label, and what it means. */
export function TextField({ label, help, value, onValue, testid, type = 'text', focused = false, ...rest }) {
  const id = useRef(`field-${++count}`);
  const field = useRef();
  useEffect(() => {
    if (focused) field.current.focus();
  }, []);
  return html`
    <div class="field">
      <label for=${id.current}>${label}</label>
      <input
        id=${id.current}
        ref=${field}
        class="input"
        type=${type}
        value=${value}
        onInput=${(event) => onValue(event.target.value)}
        data-testid=${testid}
        ...${rest}
      />
      ${help && html`<p class="help">${help}</p>`}
    </div>
  `;
}
