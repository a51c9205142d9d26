import { useRef, useState } from '../../core/view.js';

const LATEST = 20;

/** Keeps what was read, and in how many of the latest frames. */
export function useTrial() {
  const [seen, setSeen] = useState();
  const [latest, setLatest] = useState([]);
  const [unusable, setUnusable] = useState();
  const tries = useRef(0);
  const before = useRef(false);

  const ask = async (look) => {
    const asked = performance.now();
    const { code, unusable, outlines } = await look();
    return { code, unusable, outlines, whole: Math.round(performance.now() - asked) };
  };

  /**
   * A frame of the camera: until one is read, they are counted. Returns its code, whether it is the first one that was read, why
   * what was read is no code, and where it is.
   */
  const take = async (look, size) => {
    const { code, unusable, outlines, whole } = await ask(look);
    setUnusable(unusable);
    tries.current += 1;
    setLatest((past) => [...past, Boolean(code)].slice(-LATEST));
    const first = code && !before.current;
    before.current = Boolean(code);
    if (!code) return { unusable, outlines };
    setSeen({ code, size, whole, tries: tries.current });
    tries.current = 0;
    return { code, first, outlines };
  };

  /** A picture that is the only one. Returns its code, or why what was read is none. */
  const takeAlone = async (look, size) => {
    const { code, unusable, whole } = await ask(look);
    setSeen(code && { code, size, whole, tries: 1 });
    return { code, unusable };
  };

  const share = { found: latest.filter(Boolean).length, all: latest.length };
  return { seen, share, unusable, inView: latest.at(-1) ?? false, take, takeAlone };
}
