import { Refusal } from '../../core/refusal.js';
import { greyFrame } from '../../core/scan/camera.js';
import { useEffect, useRef, useState } from '../../core/view.js';

const BETWEEN_MILLIS = 40;
const NOT_NOW_MILLIS = 400;
const AFTER_REFUSAL_MILLIS = 3000;
const MOST_REFUSALS = 3;

/**
 * Shows frame after frame to `look`, one on its way at a time. After a code that was refused, which is `found` for a `reason`, it
 * waits a little, so that a person can read why; when the same code is held there on and on, it rests until it is told to go on.
 */
export function useFrames({ video, paused, look }) {
  const [resting, setResting] = useState(false);
  const refusals = useRef({ reason: undefined, count: 0 });
  const latest = useRef();
  latest.current = look;

  useEffect(() => {
    if (paused || resting) return undefined;
    const canvas = document.createElement('canvas');
    let timer;
    let gone = false;
    const next = (millis) => {
      if (!gone) timer = setTimeout(send, millis);
    };
    const send = async () => {
      const frame = greyFrame(video.current, canvas);
      if (!frame) return next(BETWEEN_MILLIS);
      try {
        // the attempt ends with a code that is accepted; still being here means that it was not
        const { found, reason } = await latest.current(frame.blob, frame.headers);
        if (!found) return next(BETWEEN_MILLIS);
        const { current: before } = refusals;
        refusals.current = { reason, count: before.reason === reason ? before.count + 1 : 1 };
        if (refusals.current.count >= MOST_REFUSALS) return gone || setResting(true);
        return next(AFTER_REFUSAL_MILLIS);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // too many pictures at once, or the till is not reached at the moment: the next frame is as good as this one
        return next(NOT_NOW_MILLIS);
      }
    };
    next(0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [paused, resting]);

  return {
    resting,
    resume() {
      refusals.current = { reason: undefined, count: 0 };
      setResting(false);
    },
  };
}
