import { ownGuidance } from '../../core/guidance.js';
import { asPicture } from '../../core/scan/picture.js';
import { isRepeated, noteScan } from '../../core/scan/repeated.js';
import { beep } from '../../core/scan/sound.js';
import { unusableGuidance } from '../../core/scan/unusable.js';
import { show } from '../../core/refusal.js';
import { say, t } from '../../core/text.js';
import { html, useRef, useState } from '../../core/view.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';
import { CameraView } from '../scan/camera-view.js';
import { PictureButton } from '../scan/picture-button.js';
import { useCamera } from '../scan/use-camera.js';
import { useScannerTyping } from '../scan/use-scanner-typing.js';
import { useTransfer } from '../scan/use-transfer.js';

/** Reads a code with whatever there is: a camera, a hand scanner that types, a picture file; all ways are open at once. */
export function ScanStep({ step, problem, subtitle, send, busy, close, others, picture }) {
  const [own, setOwn] = useState();
  const [looking, setLooking] = useState(false);

  const scanned = (code) => {
    // it would be dropped: whoever scanned has to hear that, and may scan it again
    if (busy) return isRepeated(code) ? undefined : beep('refused');
    setOwn(undefined);
    noteScan(code);
    return send({ kind: 'scanned', code });
  };
  const received = useScannerTyping(scanned);
  const video = useRef();
  const camera = useCamera(video);

  const read = async (file) => {
    if (!file || looking) return;
    setOwn(undefined);
    setLooking(true);
    try {
      const sent = await asPicture(file);
      const seen = sent && (await picture(step.name, sent.blob, sent.headers));
      if (seen?.unusable) setOwn(unusableGuidance(seen.unusable));
      else if (!seen?.found) setOwn(ownGuidance(sent ? 'picture.nothing' : 'picture.broken'));
    } catch (error) {
      show(error);
    } finally {
      setLooking(false);
    }
  };

  const look = async (blob, headers) => {
    const seen = await picture(step.name, blob, headers);
    if (seen.found) setOwn(undefined);
    if (seen.unusable) {
      const why = unusableGuidance(seen.unusable);
      setOwn(why);
      // frame after frame sees the same: once is enough
      if (why.happened.code !== own?.happened.code) beep('refused');
    }
    return seen;
  };

  const dropping = useTransfer({ onFile: read, onText: scanned });

  const shown = own ?? problem;
  const checking = busy || looking;
  const state = checking ? 'checking' : received > 0 ? 'receiving' : shown ? 'refused' : camera.problem ? 'ready' : 'looking';
  return html`
    <${Dialog} title=${say(step.title)} subtitle=${subtitle} look="wide" testid="attempt" onClose=${close} actions=${others}>
      <div class=${`scan ${dropping ? 'dropping' : ''}`}>
        <div class="scan-camera">
          <${CameraView}
            video=${video}
            camera=${camera}
            state=${state}
            received=${received}
            paused=${checking || received > 0}
            look=${look}
          />
        </div>
        <div class="stack scan-side">
          ${shown && html`<${Problem} guidance=${shown} />`}
          <p class="scan-help" data-testid="scan-help">${say(step.help)}</p>
          <ul class="ways">
            <li>${t('scan.way.camera')}</li>
            <li>${t('scan.way.scanner')}</li>
            <li>${t('scan.way.picture')}</li>
          </ul>
          <${PictureButton} busy=${looking} onFile=${read} />
        </div>
      </div>
    <//>
  `;
}
