import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../icon.js';

const ICONS = { looking: 'scan', ready: 'scan', receiving: 'keyboard', checking: 'wait', found: 'check', refused: 'alert', resting: 'alert' };

/** What the scanner is doing, by word and colour. */
export function ScanState({ state, received }) {
  return html`
    <p class=${`scan-state ${state}`} role="status" data-testid="scan-state" data-state=${state}>
      <${Icon} name=${ICONS[state]} turning=${state === 'checking'} />
      <span>${t(`scan.${state}`, { n: received })}</span>
    </p>
  `;
}
