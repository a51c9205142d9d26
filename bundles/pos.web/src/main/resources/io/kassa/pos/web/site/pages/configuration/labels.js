import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';

/** Product labels as chips: known ones at a touch, new ones typed. */
export function Labels({ chosen, known, onChange }) {
  const [text, setText] = useState('');
  const all = [...new Set([...known, ...chosen])];
  const toggle = (label) => onChange(chosen.includes(label) ? chosen.filter((each) => each !== label) : [...chosen, label]);
  const add = () => {
    const label = text.trim();
    if (label && !chosen.includes(label)) onChange([...chosen, label]);
    setText('');
  };
  const onKey = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return html`
    <div class="field">
      <label for="new-label">${t('products.labels')}</label>
      <div class="choices">
        ${all.map(
          (label) => html`
            <button
              type="button"
              class="choice"
              key=${label}
              aria-pressed=${chosen.includes(label) ? 'true' : 'false'}
              onClick=${() => toggle(label)}
              data-testid="label-choice"
              data-label=${label}
            >
              ${chosen.includes(label) && html`<${Icon} name="check" />`}${label}
            </button>
          `,
        )}
      </div>
      <div class="row">
        <input
          id="new-label"
          class="input grow"
          maxlength="100"
          placeholder=${t('products.newLabel')}
          value=${text}
          onInput=${(event) => setText(event.target.value)}
          onKeyDown=${onKey}
          data-testid="label-new"
        />
        <${Button} icon="plus" disabled=${!text.trim()} testid="label-add" onClick=${add}>${t('add')}<//>
      </div>
      <p class="help">${t('products.labels.help')}</p>
    </div>
  `;
}
