import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';

const USUAL = ['reason.noScanner', 'reason.notRead', 'reason.phone'];

/** A payment that nobody but the cashier vouches for needs a reason, which is kept: usual ones at a touch, others typed. */
export function ReasonStep({ subtitle, detour, busy, onReason, onBack }) {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const submit = (event) => {
    event?.preventDefault();
    if (ready) onReason(reason.trim());
  };
  const actions = html`
    <${Button} icon="back" disabled=${busy} onClick=${onBack} testid="reason-back">${t('back')}<//>
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="reason-ok">${t('continue')}<//>
  `;
  return html`
    <${Dialog} title=${say(detour.label)} subtitle=${subtitle} testid="reason" onClose=${onBack} actions=${actions}>
      <p class="soft">${t('reason.help')}</p>
      <div class="choices">
        ${USUAL.map(
          (key) => html`
            <button
              type="button"
              class="choice"
              key=${key}
              aria-pressed=${reason === t(key) ? 'true' : 'false'}
              onClick=${() => setReason(t(key))}
              data-testid="reason-usual"
            >
              ${t(key)}
            </button>
          `,
        )}
      </div>
      <form class="field" onSubmit=${submit}>
        <label for="reason-text">${t('reason.label')}</label>
        <input
          id="reason-text"
          class="input"
          maxlength="500"
          autocomplete="off"
          value=${reason}
          onInput=${(event) => setReason(event.target.value)}
          data-testid="reason-text"
        />
      </form>
    <//>
  `;
}
