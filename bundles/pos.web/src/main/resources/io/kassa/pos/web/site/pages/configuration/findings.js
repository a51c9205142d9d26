import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';

const ICONS = { OK: 'check', SKIPPED: 'minus', WARNING: 'alert', ERROR: 'close' };

/** Results of a check or a test, each with what to do about it. */
export function Findings({ found }) {
  return html`
    <ul class="findings" data-testid="findings">
      ${found.map(
        (finding) => html`
          <li
            key=${`${finding.subject} ${finding.result.code}`}
            class=${`finding ${finding.severity.toLowerCase()}`}
            data-testid="finding"
            data-subject=${finding.subject}
            data-severity=${finding.severity}
          >
            <${Icon} name=${ICONS[finding.severity]} />
            <div>
              <p><strong>${say(finding.result)}</strong> <span class="unseen">${t(`severity.${finding.severity}`)}</span></p>
              ${finding.advice && html`<p class="soft">${say(finding.advice)}</p>`}
            </div>
          </li>
        `,
      )}
    </ul>
  `;
}
