import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

/**
 * Fields that are saved together, as soon as they are `ready`; Enter in any of them saves, too. `name` begins the test ids of the
 * dialog and its buttons; `more` are buttons beside these.
 */
export function FormDialog({ title, subtitle, name, saying = t('save'), ready, busy, save, more, onClose, children }) {
  const submit = (event) => {
    event?.preventDefault();
    if (ready) save();
  };
  const actions = html`
    <${Button} onClick=${onClose} testid=${`${name}-cancel`}>${t('cancel')}<//>
    ${more}
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid=${`${name}-save`}>${saying}<//>
  `;
  return html`
    <${Dialog} title=${title} subtitle=${subtitle} testid=${`${name}-dialog`} onClose=${onClose} actions=${actions}>
      <form class="stack" onSubmit=${submit}>
        ${children}
        <button type="submit" hidden></button>
      </form>
    <//>
  `;
}
