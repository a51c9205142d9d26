import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/text-field.js';

const FORM = /^[A-Za-z0-9._-]{1,20}$/;

export function NewRegister({ taken, save, onClose }) {
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [add, busy] = useAction(async () => {
    await save({ id, name: name.trim(), methods: [] });
    onClose();
  });
  const ready = FORM.test(id) && !taken.some((each) => each.id === id) && name.trim();
  const submit = (event) => {
    event?.preventDefault();
    if (ready) add();
  };
  const actions = html`
    <${Button} onClick=${onClose} testid="register-cancel">${t('cancel')}<//>
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="register-save">${t('registers.add')}<//>
  `;
  return html`
    <${Dialog} title=${t('registers.add')} testid="register-dialog" onClose=${onClose} actions=${actions}>
      <form class="stack" onSubmit=${submit}>
        <${TextField}
          label=${t('registers.id')}
          help=${t('registers.id.help')}
          focused
          value=${id}
          onValue=${setId}
          testid="register-id"
        />
        <${TextField} label=${t('registers.name')} maxlength="100" value=${name} onValue=${setName} testid="register-name" />
        <button type="submit" hidden></button>
      </form>
    <//>
  `;
}
