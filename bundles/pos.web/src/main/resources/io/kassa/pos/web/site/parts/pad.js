import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Button } from './button.js';

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Keys for a finger. `extra` is the key left of zero: a comma for amounts, nothing for a PIN. */
export function Pad({ onKey, onBack, extra }) {
  const key = (figure) => html`<${Button} onClick=${() => onKey(figure)} testid=${`pad-${figure}`} key=${figure}>${figure}<//>`;
  return html`
    <div class="pad">
      ${FIGURES.map(key)}
      ${extra ? html`<${Button} onClick=${() => onKey(extra)} testid="pad-extra">${extra}<//>` : html`<span />`}
      ${key('0')}
      <${Button} icon="backspace" label=${t('pad.back')} onClick=${onBack} testid="pad-back" />
    </div>
  `;
}
