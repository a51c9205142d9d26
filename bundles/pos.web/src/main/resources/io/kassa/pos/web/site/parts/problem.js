import { say, t } from '../core/text.js';
import { html } from '../core/view.js';
import { Icon } from './icon.js';

/** What happened, where the money is, what to do now. Read aloud by a screen reader as soon as it stands there. */
export function Problem({ guidance, look = '', money = true, testid = 'problem' }) {
  return html`
    <section class=${`problem ${look}`} role="alert" data-testid=${testid} data-reason=${guidance.happened.code}>
      <${Icon} name="alert" />
      <div class="stack tight grow">
        <h3 data-testid="problem-happened">${say(guidance.happened)}</h3>
        <dl>
          ${money && html`<dt>${t('problem.money')}</dt><dd data-testid="problem-money">${say(guidance.money)}</dd>`}
          <dt>${t('problem.next')}</dt>
          <dd data-testid="problem-next">${say(guidance.next)}</dd>
        </dl>
      </div>
    </section>
  `;
}
