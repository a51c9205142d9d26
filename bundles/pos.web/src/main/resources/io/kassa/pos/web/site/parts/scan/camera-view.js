import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { CameraTools } from './camera-tools.js';
import { CodeOutline } from './code-outline.js';
import { ScanState } from './scan-state.js';
import { useFrames } from './use-frames.js';

/** The live picture; or, in words, why there is none, while every other way stays open. */
export function CameraView({ video, camera, state, received, paused, look, restAfter }) {
  const frames = useFrames({ video, paused: paused || !camera.on, look, restAfter });
  if (camera.problem) {
    return html`
      <div class="no-camera" data-testid="camera-problem" data-problem=${camera.problem}>
        <${Icon} name="camera" />
        <p role="status">${t(camera.problem)}</p>
        <${Button} icon="refresh" onClick=${camera.retry} testid="camera-retry">${t('camera.retry')}<//>
      </div>
      <${ScanState} state=${state} received=${received} />
      <${CameraTools} camera=${camera} />
    `;
  }
  const waits = frames.busy && state === 'looking' ? 'checking' : state;
  return html`
    <div class=${`preview ${waits}`} data-testid="camera" data-on=${camera.on ? 'true' : 'false'}>
      <video
        ref=${video}
        class=${camera.mirrored ? 'mirrored' : ''}
        muted
        playsinline
        autoplay
        aria-label=${t('camera.preview')}
      />
      <span class="aim" />
      ${frames.outline && html`<${CodeOutline} outline=${frames.outline} mirrored=${camera.mirrored} />`}
      ${frames.resting &&
      html`<${Button} look="primary big" icon="refresh" onClick=${frames.resume} testid="camera-resume">${t('camera.again')}<//>`}
    </div>
    <${ScanState} state=${state} shown=${frames.resting && state === 'refused' ? 'resting' : waits} received=${received} />
    <${CameraTools} camera=${camera} />
  `;
}
