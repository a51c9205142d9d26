import { show } from './refusal.js';
import { useCallback, useRef, useState } from './view.js';

/**
 * A command that a person gives by pressing something: runs once at a time, however often it is pressed, and shows why it was
 * refused. Returns the command and whether it is under way.
 */
export function useAction(work) {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const latest = useRef(work);
  latest.current = work;
  const run = useCallback(async (...given) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    try {
      return await latest.current(...given);
    } catch (error) {
      show(error);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return [run, busy];
}

/** A command of which every press counts, such as selling one more: they run one after the other. Returns it and how many wait. */
export function useQueue(work) {
  const [waiting, setWaiting] = useState(0);
  const before = useRef(Promise.resolve());
  const latest = useRef(work);
  latest.current = work;
  const run = useCallback((...given) => {
    setWaiting((count) => count + 1);
    before.current = before.current
      .then(() => latest.current(...given))
      .catch(show)
      .finally(() => setWaiting((count) => count - 1));
  }, []);
  return [run, waiting];
}
