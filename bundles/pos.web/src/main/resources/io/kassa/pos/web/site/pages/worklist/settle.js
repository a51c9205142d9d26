import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { TextField } from '../../parts/text-field.js';

/** How a refund ended that the till gave up asking about: a person has found it out at the provider. */
export function Settle({ entry, put, onClose }) {
  const [reason, setReason] = useState('');
  const [settle, busy] = useAction(async (returned) => {
    put(await api.settle(entry.id, returned, reason.trim()));
    onClose();
  });
  const answer = (returned, testid) => html`
    <${Button} look="primary" busy=${busy} disabled=${!reason.trim()} onClick=${() => settle(returned)} testid=${testid}>
      ${t(returned ? 'case.returned' : 'case.notReturned')}
    <//>
  `;
  const actions = html`
    <${Button} onClick=${onClose} testid="settle-cancel">${t('cancel')}<//>
    ${answer(false, 'settle-not-returned')} ${answer(true, 'settle-returned')}
  `;
  return html`
    <${Dialog} title=${t('case.settle')} subtitle=${entry.sale} testid="settle" onClose=${onClose} actions=${actions}>
      <div class="stack">
        <p>${t('case.settleText')}</p>
        <${TextField}
          label=${t('case.reason')}
          help=${t('case.reasonHelp')}
          maxlength="500"
          focused
          value=${reason}
          onValue=${setReason}
          testid="settle-reason"
        />
      </div>
    <//>
  `;
}
