import { setSound, sound } from '../../core/scan/sound.js';
import { useStore } from '../../core/store.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../button.js';

/** Which camera, its light where it has one, and sound. */
export function CameraTools({ camera }) {
  const audible = useStore(sound);
  const lit = camera.torch === 'on';
  return html`
    <div class="camera-tools">
      ${(camera.choices.length > 1 || (camera.problem && camera.choices.length > 0)) &&
      html`
        <select
          class="select"
          aria-label=${t('camera.choose')}
          value=${camera.id ?? ''}
          onChange=${(event) => camera.choose(event.target.value)}
          data-testid="camera-choice"
        >
          ${!camera.id && html`<option value="" disabled>${t('camera.choose')}</option>`}
          ${camera.choices.map(
            ({ id, label }, i) => html`<option key=${id} value=${id}>${label || t('camera.nth', { n: i + 1 })}</option>`,
          )}
        </select>
      `}
      ${camera.torch &&
      html`
        <${Button} look="quiet" icon="light" aria-pressed=${lit} onClick=${() => camera.light(!lit)} testid="camera-light">
          ${t(lit ? 'camera.lightOff' : 'camera.lightOn')}
        <//>
      `}
      <${Button}
        look="quiet"
        icon=${audible ? 'sound' : 'mute'}
        aria-pressed=${audible}
        onClick=${() => setSound(!audible)}
        testid="sound"
      >
        ${t(audible ? 'sound.on' : 'sound.off')}
      <//>
    </div>
  `;
}
