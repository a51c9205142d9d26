import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { ScanState } from './scan-state.js';
import { useFrames } from './use-frames.js';

/** The live picture; or, in words, why there is none, while every other way stays open. */
export function CameraView({ video, camera, state, received, paused, look }) {
  const frames = useFrames({ video, paused: paused || !camera.on, look });
  if (camera.problem) {
    return html`
      <div class="no-camera" data-testid="camera-problem" data-problem=${camera.problem}>
        <${Icon} name="camera" />
        <p>${t(camera.problem)}</p>
        <${Button} icon="refresh" onClick=${camera.retry} testid="camera-retry">${t('camera.retry')}<//>
      </div>
      <${ScanState} state=${state} received=${received} />
    `;
  }
  return html`
    <div class=${`preview ${state}`} data-testid="camera" data-on=${camera.on ? 'true' : 'false'}>
      <video
        ref=${video}
        class=${camera.mirrored ? 'mirrored' : ''}
        muted
        playsinline
        autoplay
        aria-label=${t('camera.preview')}
      />
      <span class="aim" />
      ${frames.resting &&
      html`<${Button} look="primary big" icon="refresh" onClick=${frames.resume} testid="camera-resume">${t('camera.again')}<//>`}
    </div>
    <${ScanState} state=${frames.resting && state === 'refused' ? 'resting' : state} received=${received} />
    ${camera.choices.length > 1 &&
    html`
      <label class="row small">
        <span class="soft">${t('camera.choose')}</span>
        <select
          class="select grow"
          value=${camera.id}
          onChange=${(event) => camera.choose(event.target.value)}
          data-testid="camera-choice"
        >
          ${camera.choices.map(
            ({ id, label }, i) => html`<option key=${id} value=${id}>${label || t('camera.nth', { n: i + 1 })}</option>`,
          )}
        </select>
      </label>
    `}
  `;
}
