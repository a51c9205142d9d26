import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { SettingInput } from './setting-input.js';

const LOOKS = { ERROR: 'error', WARNING: 'warning', OK: 'ok', SKIPPED: 'skipped' };

/** One setting: what it is called, what it means, its value, and beside it what is wrong with it. */
export function SettingField({ field, value, secretSet, findings, onValue }) {
  const worst = worstOf(findings);
  const wrong = findings.some(({ severity }) => severity === 'ERROR');
  const id = `setting-${field.key}`;
  return html`
    <div class=${`field ${wrong ? 'wrong' : ''}`} data-testid="setting" data-key=${field.key}>
      <label for=${id}>
        ${say(field.name)} <span class="mono small soft key">${field.key}</span>
        ${!field.required && field.type !== 'boolean' && html`<span class="soft small"> ${t('plugin.optional')}</span>`}
      </label>
      <p class="help" id=${`${id}-help`}>${say(field.description)}</p>
      <${SettingInput} id=${id} field=${field} value=${value} secretSet=${secretSet} wrong=${wrong} onValue=${onValue} />
      <div aria-live="polite">
        ${worst.map(
          ({ severity, result, advice }) => html`
            <p class=${`note ${LOOKS[severity]}`} key=${result.code} data-testid="setting-finding" data-severity=${severity}>
              <${Icon} name=${severity === 'OK' ? 'check' : 'alert'} />
              <span>${say(result)} ${advice && html`<span class="soft">${say(advice)}</span>`}</span>
            </p>
          `,
        )}
      </div>
    </div>
  `;
}

/** A good word about a setting is stale beside a bad one. */
function worstOf(findings) {
  const bad = findings.filter(({ severity }) => severity === 'ERROR' || severity === 'WARNING');
  return bad.length > 0 ? bad : findings;
}
