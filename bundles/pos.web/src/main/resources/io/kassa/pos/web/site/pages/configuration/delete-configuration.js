import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';

export function DeleteConfiguration({ pid, configured, onDeleted }) {
  const [asked, setAsked] = useState(false);
  const [remove, busy] = useAction(async () => {
    const forms = await api.deleteConfiguration(pid, configured.id);
    setAsked(false);
    onDeleted(forms);
  });
  const actions = html`
    <${Button} onClick=${() => setAsked(false)} testid="delete-cancel">${t('cancel')}<//>
    <${Button} look="danger" busy=${busy} onClick=${remove} testid="delete-ok">${t('plugin.delete')}<//>
  `;
  return html`
    <${Button} look="danger" icon="trash" testid="plugin-delete" onClick=${() => setAsked(true)}>${t('plugin.delete')}<//>
    ${asked &&
    html`
      <${Dialog}
        title=${t('plugin.delete')}
        testid="delete-dialog"
        onClose=${() => setAsked(false)}
        actions=${actions}
      >
        <p>${t('plugin.deleteText')}</p>
      <//>
    `}
  `;
}
