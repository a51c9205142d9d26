import { beep } from '../../core/scan/sound.js';
import { t } from '../../core/text.js';
import { html, useEffect } from '../../core/view.js';
import { Icon } from '../icon.js';

const ICONS = { looking: 'scan', ready: 'scan', receiving: 'keyboard', checking: 'wait', found: 'check', refused: 'alert', resting: 'alert' };

// whoever looks at the customer's phone would scan again
const LONG_MILLIS = 800;

/** What the scanner is doing, by word and colour; and by sound when an answer takes long. */
export function ScanState({ state, received }) {
  useEffect(() => {
    if (state !== 'checking') return undefined;
    const long = setTimeout(() => beep('busy'), LONG_MILLIS);
    return () => clearTimeout(long);
  }, [state]);
  return html`
    <p class=${`scan-state ${state}`} role="status" data-testid="scan-state" data-state=${state}>
      <${Icon} name=${ICONS[state]} turning=${state === 'checking'} />
      <span>${t(`scan.${state}`, { n: received })}</span>
    </p>
  `;
}
