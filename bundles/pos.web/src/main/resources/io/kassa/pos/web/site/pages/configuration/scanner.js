import { api } from '../../core/api.js';
import { ownGuidance } from '../../core/guidance.js';
import { show } from '../../core/refusal.js';
import { beep } from '../../core/scan/sound.js';
import { unusableGuidance } from '../../core/scan/unusable.js';
import { asPicture, sizeOf } from '../../core/scan/picture.js';
import { t } from '../../core/text.js';
import { html, useRef, useState } from '../../core/view.js';
import { Problem } from '../../parts/problem.js';
import { CameraView } from '../../parts/scan/camera-view.js';
import { PictureButton } from '../../parts/scan/picture-button.js';
import { useCamera } from '../../parts/scan/use-camera.js';
import { useTransfer } from '../../parts/scan/use-transfer.js';
import { Seen } from './scanner-seen.js';
import { Serial } from './serial.js';
import { useTrial } from './use-trial.js';

/** Left alone it asks nothing any more, so that a login ends as one does that is not used. */
const REST_MILLIS = 120_000;

/** Tries the camera of this browser out, so that a shop can choose and place it. Nothing is booked. */
export function Scanner() {
  const video = useRef();
  const camera = useCamera(video);
  const trial = useTrial();
  const [problem, setProblem] = useState();
  const [reading, setReading] = useState(false);

  const readFrame = async (blob, headers) => {
    const size = { width: headers['X-Width'], height: headers['X-Height'] };
    const { code, first, unusable, outlines } = await trial.take(() => api.tryScanner(blob, headers), size);
    if (first) beep('accepted');
    if (first || unusable) setProblem(unusable && unusableGuidance(unusable));
    // what was found is no reason to pause: the next frame shows whether it was luck
    return { found: false, inView: Boolean(code ?? unusable), unusable, outlines };
  };

  const readFile = async (file) => {
    if (!file || reading) return;
    setReading(true);
    setProblem(undefined);
    try {
      const sent = await asPicture(file);
      const size = sent && (await sizeOf(sent.blob));
      const { code, unusable } = size ? await trial.takeAlone(() => api.tryScanner(sent.blob, sent.headers), size) : {};
      if (unusable) setProblem(unusableGuidance(unusable));
      else if (!code) setProblem(ownGuidance(size ? 'picture.nothing' : 'picture.broken'));
    } catch (error) {
      show(error);
    } finally {
      setReading(false);
    }
  };
  const dropping = useTransfer({ onFile: readFile, onText: () => undefined });

  const state = reading ? 'checking' : camera.problem ? 'ready' : trial.inView ? 'found' : trial.unusable ? 'refused' : 'looking';
  return html`
    <section class="sheet" data-testid="scanner">
      <header class="page-head">
        <div><h1>${t('config.scanner')}</h1><p>${t('scanner.text')}</p></div>
      </header>
      <div class=${`scan card padded ${dropping ? 'dropping' : ''}`}>
        <div class="scan-camera">
          <${CameraView} video=${video} camera=${camera} state=${state} received=${0} paused=${reading} look=${readFrame} restAfter=${REST_MILLIS} />
        </div>
        <div class="stack scan-side">
          <ul class="ways">
            <li>${t('scanner.way.camera')}</li>
            <li>${t('scanner.way.picture')}</li>
          </ul>
          <${PictureButton} busy=${reading} onFile=${readFile} />
          ${problem && html`<${Problem} guidance=${problem} />`}
          <${Seen} seen=${trial.seen} share=${trial.share} />
        </div>
      </div>
      <p class="soft">${t('scanner.advice')}</p>
      <${Serial} />
    </section>
  `;
}
