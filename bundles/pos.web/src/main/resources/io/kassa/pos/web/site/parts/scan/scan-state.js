import { beep } from '../../core/scan/sound.js';
import { t } from '../../core/text.js';
import { html, useEffect } from '../../core/view.js';
import { Icon } from '../icon.js';

const ICONS = {
  looking: 'scan',
  ready: 'scan',
  receiving: 'keyboard',
  checking: 'wait',
  found: 'check',
  refused: 'alert',
  resting: 'alert',
};

// whoever looks at the customer's phone would scan again
const LONG_MILLIS = 800;

/**
 * What the scanner is doing, by word and colour; and by sound when an answer takes long. `shown`: what it says instead, where
 * somebody else knows when a sound is due.
 */
export function ScanState({ state, shown = state, received }) {
  useEffect(() => {
    if (state !== 'checking') return undefined;
    const long = setTimeout(() => beep('busy'), LONG_MILLIS);
    return () => clearTimeout(long);
  }, [state]);
  return html`
    <p class=${`scan-state ${shown}`} role="status" data-testid="scan-state" data-state=${shown}>
      <${Icon} name=${ICONS[shown]} turning=${shown === 'checking'} />
      <span>${t(`scan.${shown}`, { n: received })}</span>
    </p>
  `;
}
