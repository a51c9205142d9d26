import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { deployedBy } from './deployed-by.js';

const LOOKS = { RUNS: 'label', REFUSED: 'danger', PUT_BACK: 'danger', SWITCHING: '' };

export function DeploymentEntry({ entry }) {
  return html`
    <li class="entry" data-testid="deployment" data-event=${entry.event} data-reason=${entry.why?.code}>
      <div class="grow">
        <strong>${entry.plugIn} ${entry.version}</strong>
        ${entry.why && html`<p>${say(entry.why)}</p>`}
        <p class="soft small">${t('deployments.entry', { time: dateTime(entry.at), by: deployedBy(entry.by) })}</p>
      </div>
      <span class=${`chip ${LOOKS[entry.event]}`}>${t(`deployments.event.${entry.event}`)}</span>
    </li>
  `;
}
