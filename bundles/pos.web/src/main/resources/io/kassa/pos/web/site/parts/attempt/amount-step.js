import { parseMinor, typed } from '../../core/money.js';
import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { AmountField } from '../amount.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';

export function AmountStep({ attempt, step, problem, subtitle, send, busy, close, others }) {
  const [text, setText] = useState(step.suggested ? typed(step.suggested) : '');
  const minor = parseMinor(text);
  const ready = minor > 0;
  const submit = (event) => {
    event?.preventDefault();
    if (ready) send({ kind: 'amount', money: { minor, currency: attempt.amount.currency } });
  };
  const actions = html`
    ${others}
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="attempt-ok">${t('ok')}<//>
  `;
  return html`
    <${Dialog} title=${say(step.title)} subtitle=${subtitle} testid="attempt" onClose=${close} actions=${actions}>
      ${problem && html`<${Problem} guidance=${problem} />`}
      <form onSubmit=${submit}>
        <${AmountField}
          label=${t('amount.label')}
          help=${say(step.help)}
          text=${text}
          onText=${setText}
          testid="attempt-amount"
        />
      </form>
    <//>
  `;
}
