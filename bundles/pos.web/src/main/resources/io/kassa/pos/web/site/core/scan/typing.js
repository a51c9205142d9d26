// A hand scanner types: fast, evenly, and with or without Enter at the end. A person does not.
const FAST_MILLIS = 60;
const LEAST_PAUSE_MILLIS = 150;
const MOST_PAUSE_MILLIS = 700;
const PAUSE_IN_GAPS = 6;
const SHORTEST_SIGNATURE = 86;
const AFTERMATH_MILLIS = 600;
const LEAST_WITH_ENTER = 3;
const LEAST_WITHOUT_ENTER = 12;
const LEAST_TO_SHOW = 6;

/** Tells scanned text from typed keys. `onProgress(n)` while it comes in (0: it was nothing), `onText` when it is complete. */
export function scannerTyping({ onProgress, onText }) {
  let text = '';
  let first = 0;
  let last = 0;
  let longestGap = 0;
  let ended = -Infinity;
  let timer;

  const fast = () => text.length > 1 && (last - first) / (text.length - 1) <= FAST_MILLIS;

  // what counts as a pause depends on how evenly this scanner types on this machine
  const pause = () =>
    unfinished(text) ? MOST_PAUSE_MILLIS : Math.min(MOST_PAUSE_MILLIS, Math.max(LEAST_PAUSE_MILLIS, PAUSE_IN_GAPS * longestGap));

  const end = (complete) => {
    clearTimeout(timer);
    const scanned = text;
    text = '';
    onProgress(0);
    if (!complete) return;
    ended = performance.now();
    onText(scanned);
  };

  /** Returns whether the key belongs to a scan, so that nothing else may act on it. */
  const key = (event) => {
    const now = event.timeStamp;
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (text.length >= LEAST_WITH_ENTER && fast()) {
        end(true);
        return true;
      }
      // the Enter of a scan that a pause has ended already must not press a button
      return performance.now() - ended < AFTERMATH_MILLIS;
    }
    if (!printable(event) || (event.key === ' ' && text === '')) return false;
    if (text === '') {
      first = now;
      longestGap = 0;
    } else {
      longestGap = Math.max(longestGap, now - last);
    }
    text += event.key;
    last = now;
    if (text.length >= LEAST_TO_SHOW && fast()) onProgress(text.length);
    clearTimeout(timer);
    timer = setTimeout(() => end(text.length >= LEAST_WITHOUT_ENTER && fast()), pause());
    return true;
  };

  return { key, stop: () => clearTimeout(timer) };
}

function printable(event) {
  const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return event.key.length === 1 && !command;
}

/** A signed token has three parts, the last no shorter than a signature: one that stops before is a scanner taking breath. */
function unfinished(text) {
  const [, , signature = ''] = text.split('.');
  return /^eyj/i.test(text) && signature.length < SHORTEST_SIGNATURE;
}
