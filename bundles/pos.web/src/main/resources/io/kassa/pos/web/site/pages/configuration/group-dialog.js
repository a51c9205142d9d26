import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
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
  const submit = (event) => {
    event?.preventDefault();
    if (ready) save();
  };
  const actions = html`
    <${Button} onClick=${onClose} testid="group-cancel">${t('cancel')}<//>
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="group-save">${t('save')}<//>
  `;
  return html`
    <${Dialog}
      title=${group.id ? group.name : t('products.addGroup')}
      testid="group-dialog"
      onClose=${onClose}
      actions=${actions}
    >
      <form class="stack" onSubmit=${submit}>
        <${TextField} label=${t('products.name')} focused maxlength="100" value=${name} onValue=${setName} testid="group-name" />
        <${TextField}
          label=${t('products.position')}
          help=${t('products.position.help')}
          inputmode="numeric"
          value=${position}
          onValue=${setPosition}
          testid="group-position"
        />
        <button type="submit" hidden></button>
      </form>
    <//>
  `;
}
