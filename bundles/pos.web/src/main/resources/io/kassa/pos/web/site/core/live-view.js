import { onChange } from './live.js';
import { Refusal } from './refusal.js';
import { useCallback, useEffect, useRef, useState } from './view.js';

/**
 * What a page shows: loaded at first, and again whenever the till says that one of the topics changed. `put` takes the answer of
 * a command, so that a page follows its own commands at once. What has an older `revision` than what is shown is ignored.
 * Another `question`, such as a search text, loads anew too, and leaves the old answer standing until then.
 */
export function useLiveView(topics, id, load, question) {
  const [shown, setShown] = useState({});
  const latest = useRef(load);
  const revision = useRef(-1);
  const shownId = useRef(id);
  const fetchNow = useRef(() => undefined);
  latest.current = load;

  const put = useCallback((value) => {
    if (!value || value.revision < revision.current) return;
    revision.current = value.revision ?? -1;
    setShown({ value });
  }, []);

  useEffect(() => {
    let left = false;
    const refresh = coalesced(async () => {
      try {
        const value = await latest.current();
        // another question was asked meanwhile
        if (!left) put(value);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        setShown((before) => ({ ...before, problem: error.guidance }));
      }
    });
    const begin = () => {
      revision.current = -1;
      refresh.now();
    };
    fetchNow.current = refresh.now;
    if (shownId.current !== id) setShown({});
    shownId.current = id;
    begin();
    const leave = onChange((change) => {
      // after a lost connection the till may have been started anew, and counts its revisions anew
      if (change.topic === 'ALL') begin();
      else if (!topics.includes(change.topic) || (id && change.id && change.id !== id)) return;
      else if (change.view) put(change.view);
      else refresh.now();
    });
    return () => {
      left = true;
      refresh.stop();
      leave();
    };
  }, [topics.join(), id, question]);

  const refresh = useCallback(() => fetchNow.current(), []);
  return { ...shown, put, refresh };
}

/** Runs the work once at a time; asked for again meanwhile, it runs once more afterwards. */
function coalesced(work) {
  let running = false;
  let again = false;
  let stopped = false;
  const now = async () => {
    again = true;
    if (running) return;
    running = true;
    while (again && !stopped) {
      again = false;
      await work();
    }
    running = false;
  };
  return { now, stop: () => (stopped = true) };
}
