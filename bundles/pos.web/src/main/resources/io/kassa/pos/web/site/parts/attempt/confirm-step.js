import { say } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';

export function ConfirmStep({ step, problem, subtitle, send, busy, close, others }) {
  const actions = html`
    ${others}
    <${Button}
      look="primary"
      busy=${busy}
      onClick=${() => send({ kind: 'confirmed' })}
      testid="attempt-ok"
    >
      ${say(step.confirm)}
    <//>
  `;
  return html`
    <${Dialog} title=${say(step.title)} subtitle=${subtitle} testid="attempt" onClose=${close} actions=${actions}>
      ${problem && html`<${Problem} guidance=${problem} />`}
      <ul class="confirm-lines" data-testid="confirm-lines">
        ${step.lines.map((line) => html`<li key=${line.code}>${say(line)}</li>`)}
      </ul>
    <//>
  `;
}
