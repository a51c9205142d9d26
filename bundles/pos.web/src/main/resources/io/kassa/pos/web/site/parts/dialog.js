import { t } from '../core/text.js';
import { html, useLayoutEffect, useRef } from '../core/view.js';
import { Button } from './button.js';
import { Languages } from './languages.js';

const SHOWN = 'dialog-shown';
let count = 0;

/** Whether one has the keys for itself. */
export function isDialogOpen() {
  return document.querySelector('dialog[open]') !== null;
}

/**
 * A modal on the browser's own top layer: it keeps the focus inside and gives it back afterwards. What it covers cannot be
 * reached, so it has the languages too: a cashier may hand over to one who speaks another. One that is `above` stays over those
 * that open after it. One that is only `read` leaves the focus to its OK, so that Enter presses it.
 */
export function Dialog({ title, subtitle, look = '', testid, above = false, read = false, onClose, children, actions }) {
  const dialog = useRef();
  const id = useRef(`dialog-${++count}`);
  // before any effect of what is inside, which may move the focus to a field of its own
  useLayoutEffect(() => {
    const shown = dialog.current;
    const show = () => {
      shown.close();
      shown.showModal();
    };
    show();
    if (above) addEventListener(SHOWN, show);
    else dispatchEvent(new Event(SHOWN));
    return () => {
      removeEventListener(SHOWN, show);
      shown.close();
    };
  }, []);
  const onCancel = (event) => {
    event.preventDefault();
    onClose?.();
  };
  // the browser closes a modal at the second Esc, whatever is said at the first
  const onKeyDown = (event) => {
    if (event.key === 'Escape' && !onClose) event.preventDefault();
  };
  return html`
    <dialog ref=${dialog} class=${`dialog ${look}`} aria-labelledby=${id.current} data-testid=${testid} onCancel=${onCancel} onKeyDown=${onKeyDown}>
      <header class="dialog-head">
        <div class="grow">
          ${subtitle && html`<p class="soft small">${subtitle}</p>`}
          <h2 id=${id.current} tabindex="-1" autofocus=${!read} data-testid="dialog-title">${title}</h2>
        </div>
        <${Languages} />
        ${onClose &&
        html`
          <${Button} look="quiet square" icon="close" label=${t('close')} onClick=${onClose} testid="dialog-close" />
        `}
      </header>
      <div class="dialog-body">${children}</div>
      ${actions && html`<footer class="dialog-foot">${actions}</footer>`}
    </dialog>
  `;
}
