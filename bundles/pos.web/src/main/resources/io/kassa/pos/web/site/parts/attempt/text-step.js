import { isRepeated, noteScan } from '../../core/scan/repeated.js';
import { beep } from '../../core/scan/sound.js';
import { say, t } from '../../core/text.js';
import { html, useEffect, useRef, useState } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';
import { useSerialScan } from '../scan/use-serial-scan.js';

/** Asks for a text that is typed, by a person or a scanner, or read by a scanner at a serial port. */
export function TextStep({ step, problem, subtitle, send, busy, close, others }) {
  const [text, setText] = useState('');
  const field = useRef();
  useEffect(() => field.current.focus(), []);
  const ready = text.trim() !== '';
  const submit = (event) => {
    event?.preventDefault();
    if (ready) send({ kind: 'text', text: text.trim() });
  };
  useSerialScan((code) => {
    const scanned = code.trim();
    if (busy || scanned.length > step.maxLength) return isRepeated(scanned) ? undefined : beep('refused');
    noteScan(scanned);
    return send({ kind: 'text', text: scanned });
  });
  const actions = html`
    ${others}
    <${Button} look="primary" busy=${busy} disabled=${!ready} onClick=${submit} testid="attempt-ok">${t('ok')}<//>
  `;
  return html`
    <${Dialog} title=${say(step.title)} subtitle=${subtitle} testid="attempt" onClose=${close} actions=${actions}>
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
