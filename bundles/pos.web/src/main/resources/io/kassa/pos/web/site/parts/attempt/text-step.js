import { say, t } from '../../core/text.js';
import { html, useEffect, useRef, useState } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';

export function TextStep({ step, problem, subtitle, send, busy, cancel, others }) {
  const [text, setText] = useState('');
  const field = useRef();
  useEffect(() => field.current.focus(), []);
  const ready = text.trim() !== '';
  const submit = (event) => {
    event?.preventDefault();
    if (ready) send({ kind: 'text', text: text.trim() });
  };
  const actions = html`
    ${others}
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="attempt-ok">${t('ok')}<//>
  `;
  return html`
    <${Dialog} title=${say(step.title)} subtitle=${subtitle} testid="attempt" onClose=${cancel} actions=${actions}>
      ${problem && html`<${Problem} guidance=${problem} />`}
      <form class="field" onSubmit=${submit}>
        <label for="attempt-text">${say(step.help)}</label>
        <input
          id="attempt-text"
          ref=${field}
          class="input mono"
          value=${text}
          maxlength=${step.maxLength}
          placeholder=${step.example}
          autocomplete="off"
          autocapitalize="none"
          spellcheck=${false}
          onInput=${(event) => setText(event.target.value)}
          data-testid="attempt-text"
        />
        ${step.example && html`<p class="help">${t('example', { text: step.example })}</p>`}
      </form>
    <//>
  `;
}
