import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';

const ICONS = { OK: 'check', SKIPPED: 'minus', WARNING: 'alert', ERROR: 'close' };
const WORST_FIRST = ['ERROR', 'WARNING', 'SKIPPED', 'OK'];

/** What is wrong comes first, and says where the money is and what to do. */
export function HealthNotes({ notes, testid }) {
  const sorted = [...notes].sort((a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity));
  return html`
    <ul class="card findings" data-testid=${testid}>
      ${sorted.map(
        (note, i) => html`
          <li
            key=${`${note.check} ${i}`}
            class=${`finding ${note.severity.toLowerCase()}`}
            data-testid="health-note"
            data-check=${note.check}
            data-severity=${note.severity}
          >
            <${Icon} name=${ICONS[note.severity]} />
            <div>
              <p><strong>${say(note.happened)}</strong> ${!note.tags.includes('pos') && html`<span class="chip">${note.check}</span>`} <span class="unseen">${t(`severity.${note.severity}`)}</span></p>
              ${note.severity !== 'SKIPPED' && note.money && html`<p class="soft">${say(note.money)}</p>`}
              ${note.next && html`<p class="soft">${say(note.next)}</p>`}
            </div>
          </li>
        `,
      )}
    </ul>
  `;
}
