import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Removal } from './removal.js';

/** Before it is confirmed, the till says what becomes of the payments that the configuration took. */
export function DeleteConfiguration({ pid, configured, onDeleted }) {
  const [removal, setRemoval] = useState();
  const close = () => setRemoval(undefined);
  const [ask, asking] = useAction(async () => setRemoval(await api.removal(pid, configured.id)));
  const [remove, busy] = useAction(async () => {
    const forms = await api.deleteConfiguration(pid, configured.id);
    close();
    onDeleted(forms);
  });
  const actions = html`
    <${Button} onClick=${close} testid="delete-cancel">${t('cancel')}<//>
    <${Button} look="danger" busy=${busy} onClick=${remove} testid="delete-ok">${t('plugin.delete')}<//>
  `;
  return html`
    <${Button} look="danger" icon="trash" busy=${asking} testid="plugin-delete" onClick=${ask}>${t('plugin.delete')}<//>
    ${removal &&
    html`
      <${Dialog} title=${t('plugin.delete')} testid="delete-dialog" onClose=${close} actions=${actions}>
        <${Removal} removal=${removal} />
      <//>
    `}
  `;
}
