import { t } from '../../core/text.js';
import { html, useLayoutEffect, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { isDialogOpen } from '../../parts/dialog.js';
import { Pad } from '../../parts/pad.js';

const MOST = 8;
const LEAST = 4;

export function Pin({ name, busy, onPin, onBack }) {
  const [pin, setPin] = useState('');
  const add = (figure) => setPin((before) => (before + figure).slice(0, MOST));
  const back = () => setPin((before) => before.slice(0, -1));
  const submit = async () => {
    await onPin(pin);
    setPin('');
  };
  // at once, not after the first paint: Enter may follow the last figure closely
  useLayoutEffect(() => {
    const onKey = (event) => {
      if (isDialogOpen()) return;
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') back();
      else if (event.key === 'Enter' && pin.length >= LEAST && event.target.tagName !== 'BUTTON') submit();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return html`
    <div class="stack">
      <div class="row">
        <${Button} look="quiet square" icon="back" label=${t('back')} onClick=${onBack} testid="pin-back" />
        <h1 data-testid="pin-name">${name}</h1>
      </div>
      <p class="soft" id="pin-help">${t('login.pin')}</p>
      <div class="dots" role="status" aria-label=${t('login.figures', { n: pin.length })}>
        ${Array.from({ length: Math.max(LEAST, pin.length) }, (_, i) => html`<span key=${i} class=${i < pin.length ? 'on' : ''} />`)}
      </div>
      <${Pad} onKey=${add} onBack=${back} />
      <${Button}
        look="primary big wide"
        busy=${busy}
        disabled=${pin.length < LEAST}
        onClick=${submit}
        testid="login-ok"
      >
        ${t('login.ok')}
      <//>
    </div>
  `;
}
