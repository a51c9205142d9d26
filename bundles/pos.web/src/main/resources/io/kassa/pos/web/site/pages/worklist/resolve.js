import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/text-field.js';

export function Resolve({ entry, put, onClose }) {
  const [reason, setReason] = useState('');
  const [resolve, busy] = useAction(async () => {
    put(await api.resolve(entry.id, reason.trim()));
    onClose();
  });
  const submit = (event) => {
    event?.preventDefault();
    if (reason.trim()) resolve();
  };
  const actions = html`
    <${Button} onClick=${onClose} testid="resolve-cancel">${t('cancel')}<//>
    <${Button}
      look="primary"
      busy=${busy}
      disabled=${!reason.trim()}
      onClick=${submit}
      testid="resolve-ok"
    >
      ${t('case.resolve')}
    <//>
  `;
  return html`
    <${Dialog} title=${t('case.resolve')} subtitle=${entry.sale} testid="resolve" onClose=${onClose} actions=${actions}>
      <form onSubmit=${submit}>
        <${TextField}
          label=${t('case.reason')}
          help=${t('case.reasonHelp')}
          maxlength="500"
          focused
          value=${reason}
          onValue=${setReason}
          testid="resolve-reason"
        />
      </form>
    <//>
  `;
}
