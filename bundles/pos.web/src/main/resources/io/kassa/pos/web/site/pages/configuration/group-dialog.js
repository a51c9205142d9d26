import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { TextField } from '../../parts/text-field.js';

export function GroupDialog({ group, refresh, onClose }) {
  const [name, setName] = useState(group.name);
  const [position, setPosition] = useState(String(group.position));
  const ready = name.trim() && /^\d{1,4}$/.test(position);
  const [save, busy] = useAction(async () => {
    await api.saveGroup(group.id ?? freshId(), { name: name.trim(), position: Number(position) });
    await refresh();
    onClose();
  });
  return html`
    <${FormDialog}
      title=${group.id ? group.name : t('products.addGroup')}
      name="group"
      ready=${ready}
      busy=${busy}
      save=${save}
      onClose=${onClose}
    >
      <${TextField} label=${t('products.name')} focused maxlength="100" value=${name} onValue=${setName} testid="group-name" />
      <${TextField}
        label=${t('products.position')}
        help=${t('products.position.help')}
        inputmode="numeric"
        value=${position}
        onValue=${setPosition}
        testid="group-position"
      />
    <//>
  `;
}
