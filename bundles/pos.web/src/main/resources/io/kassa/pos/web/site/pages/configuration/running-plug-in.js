import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { withPassword } from '../../core/password.js';
import { dateTime, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { deployedBy } from './deployed-by.js';

export function RunningPlugIn({ running, put, refresh }) {
  const [asked, setAsked] = useState(false);
  const [back, busy] = useAction(async () => {
    try {
      put(await withPassword(() => api.rollBack(running.plugIn)));
    } finally {
      setAsked(false);
      refresh();
    }
  });
  const actions = html`
    <${Button} onClick=${() => setAsked(false)} testid="rollback-cancel">${t('cancel')}<//>
    <${Button} look="primary" busy=${busy} onClick=${back} testid="rollback-ok">${t('deployments.back')}<//>
  `;
  const since = running.since
    ? t('deployments.since', { time: dateTime(running.since), by: deployedBy(running.by) })
    : t('deployments.shipped');
  return html`
    <li class="entry" data-testid="running" data-plug-in=${running.plugIn} data-version=${running.version}>
      <div class="grow"><strong>${running.plugIn}</strong><p class="soft small">${since}</p></div>
      <span class="chip label">${running.version}</span>
      ${running.previous && html`<${Button} testid="rollback" onClick=${() => setAsked(true)}>${t('deployments.back')}<//>`}
      ${asked &&
      html`
        <${Dialog} title=${t('deployments.back')} testid="rollback-dialog" onClose=${() => setAsked(false)} actions=${actions}>
          <p>${t('deployments.backText', { version: running.previous })}</p>
        <//>
      `}
    </li>
  `;
}
