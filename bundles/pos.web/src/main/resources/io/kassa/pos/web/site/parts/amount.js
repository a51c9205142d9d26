import { parseMinor } from '../core/money.js';
import { language, t } from '../core/text.js';
import { html, useEffect, useRef } from '../core/view.js';
import { Icon } from './icon.js';
import { Pad } from './pad.js';

/** A big field for an amount with its own keys. The text stays with the caller; `parseMinor` makes it an amount. */
export function AmountField({ label, help, text, onText, testid = 'amount' }) {
  const field = useRef();
  const untouched = useRef(true);
  useEffect(() => field.current.select(), []);
  const wrong = text !== '' && parseMinor(text) === undefined;
  const press = (key) => {
    // the first key replaces what was suggested, as typing over a selection does
    const before = untouched.current ? '' : text;
    untouched.current = false;
    onText(before === '' && !/\d/.test(key) ? `0${key}` : before + key);
  };
  const back = () => {
    untouched.current = false;
    onText(text.slice(0, -1));
  };
  const type = (event) => {
    untouched.current = false;
    onText(event.target.value);
  };
  return html`
    <div class=${wrong ? 'field wrong' : 'field'}>
      <label for="amount-field">${label}</label>
      ${help && html`<p class="help">${help}</p>`}
      <input
        id="amount-field"
        ref=${field}
        class="input amount"
        inputmode="none"
        autocomplete="off"
        value=${text}
        onInput=${type}
        data-testid=${testid}
        aria-invalid=${wrong ? 'true' : 'false'}
      />
      <p class="note error" role="alert">${wrong && html`<${Icon} name="alert" /><span>${t('amount.wrong')}</span>`}</p>
      <${Pad} onKey=${press} onBack=${back} extra=${language.get() === 'en' ? '.' : ','} />
    </div>
  `;
}
