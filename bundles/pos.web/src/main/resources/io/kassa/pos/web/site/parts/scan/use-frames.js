import { api } from '../../core/api.js';
import { Refusal } from '../../core/refusal.js';
import { greyFrame } from '../../core/scan/camera.js';
import { inView } from '../../core/scan/in-view.js';
import { pace } from '../../core/scan/pace.js';
import { beep } from '../../core/scan/sound.js';
import { useEffect, useRef, useState } from '../../core/view.js';

const BETWEEN_MILLIS = 40;
const NOT_NOW_MILLIS = 400;
const AFTER_REFUSAL_MILLIS = 3000;
const BUSY_MILLIS = 800;
const MOST_REFUSALS = 3;

/**
 * Shows frame after frame to `look`, one on its way at a time, smaller ones when the till is slow. After a code that was refused,
 * which is `found` for a `reason`, it waits a little, so that a person can read why; when the same code is held there on and on, it
 * rests until it is told to go on. So it does when no code was seen for `restAfter` milliseconds, if they are given. `busy`: an
 * answer takes longer than a person waits without a word; if there is a code in view, that is heard too. `outline`: where the codes of
 * the latest frame are, for `CodeOutline`.
 */
export function useFrames({ video, paused, look, restAfter = Infinity }) {
  const [resting, setResting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outline, setOutline] = useState();
  const refusals = useRef({ reason: undefined, count: 0 });
  const under = useRef(false);
  const speed = useRef();
  speed.current ??= pace();
  const latest = useRef();
  latest.current = look;

  useEffect(() => {
    if (paused) setOutline(undefined);
    if (paused || resting) return undefined;
    const canvas = document.createElement('canvas');
    const code = inView();
    let timer;
    let gone = false;
    let asked;
    let lastSeen = performance.now();
    const next = (millis) => {
      if (!gone) timer = setTimeout(send, millis);
    };
    const draw = (codes, { width, height }, taken, state) =>
      gone || setOutline(codes.length > 0 ? { codes, width, height, taken, state } : undefined);
    // the answer says where the code is too, but a person wants to see now which one the till is busy with
    const late = async (frame, taken) => {
      setBusy(true);
      const { outlines } = await api.outlines(frame.blob, frame.headers).catch(unlessRefused);
      if (gone || !outlines || asked !== taken) return;
      draw(outlines, frame, taken, 'found');
      // whoever looks at the customer's phone would take it away, or hold it there again
      if (outlines.length > 0) beep('busy');
    };
    const ask = async (frame, taken) => {
      asked = taken;
      const wait = setTimeout(() => gone || late(frame, taken), BUSY_MILLIS);
      under.current = true;
      try {
        return await latest.current(frame.blob, { ...frame.headers, 'X-In-View-Millis': code.millis(taken) });
      } finally {
        under.current = false;
        clearTimeout(wait);
        asked = undefined;
        speed.current.took(performance.now() - taken);
        if (!gone) setBusy(false);
      }
    };
    const send = async () => {
      // one of before a pause may still be on its way
      if (under.current) return next(BETWEEN_MILLIS);
      const taken = performance.now();
      const frame = greyFrame(video.current, canvas, speed.current.side());
      if (!frame) return next(BETWEEN_MILLIS);
      try {
        // the attempt ends with a code that is accepted; still being here means that it was not
        const { found, inView: seen, reason, unusable, outlines } = await ask(frame, taken);
        draw(outlines, frame, taken, reason || unusable ? 'refused' : 'found');
        if (seen) {
          code.saw(taken);
          lastSeen = taken;
        }
        if (!found && taken - lastSeen > restAfter) return gone || setResting(true);
        if (!found) return next(unusable ? NOT_NOW_MILLIS : BETWEEN_MILLIS);
        code.over();
        const { current: before } = refusals;
        refusals.current = { reason, count: before.reason === reason ? before.count + 1 : 1 };
        if (refusals.current.count >= MOST_REFUSALS) return gone || setResting(true);
        return next(AFTER_REFUSAL_MILLIS);
      } catch (error) {
        unlessRefused(error);
        // too many pictures at once, or the till is not reached at the moment: the next frame is as good as this one
        return next(NOT_NOW_MILLIS);
      }
    };
    next(0);
    return () => {
      gone = true;
      setBusy(false);
      clearTimeout(timer);
    };
  }, [paused, resting]);

  return {
    resting,
    busy,
    outline: outline && busy ? { ...outline, state: 'busy' } : outline,
    resume() {
      refusals.current = { reason: undefined, count: 0 };
      setResting(false);
    },
  };
}

function unlessRefused(error) {
  if (!(error instanceof Refusal)) throw error;
  return {};
}
