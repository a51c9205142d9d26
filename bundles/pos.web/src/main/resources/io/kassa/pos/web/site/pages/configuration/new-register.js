import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { FormDialog } from '../../parts/form-dialog.js';
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
  return html`
    <${FormDialog}
      title=${t('registers.add')}
      name="register"
      saying=${t('registers.add')}
      ready=${ready}
      busy=${busy}
      save=${add}
      onClose=${onClose}
    >
      <${TextField}
        label=${t('registers.id')}
        help=${t('registers.id.help')}
        focused
        value=${id}
        onValue=${setId}
        testid="register-id"
      />
      <${TextField} label=${t('registers.name')} maxlength="100" value=${name} onValue=${setName} testid="register-name" />
    <//>
  `;
}
