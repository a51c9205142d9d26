import { carries, onUsKeyboard, written } from './keys.js';
import { scanned, whole } from './whole.js';

// A hand scanner types: fast, evenly, and with or without Enter at the end. A person does not.
const FAST_MILLIS = 60;
const LEAST_PAUSE_MILLIS = 150;
const MOST_PAUSE_MILLIS = 700;
const PAUSE_IN_GAPS = 6;
const AFTERMATH_MILLIS = 600;
const LEAST_WITH_ENTER = 3;
const LEAST_WITHOUT_ENTER = 12;
const LEAST_TO_SHOW = 6;
// so many at a scanner's speed are no person's, also with one breath between them
const LEAST_WITH_BREATH = 8;
// the shortest number of a product, EAN-8
const PRODUCT = /\d{8}/;

/**
 * Tells scanned text from typed keys. `onProgress(n)` while it comes in (0: it was nothing), `onText` when it is complete, with what
 * the same keys write on a US keyboard: what a scanner for one meant at a French till.
 */
export function scannerTyping({ onProgress, onText }) {
  let text = '';
  let us = '';
  let accent = '';
  let first = 0;
  let last = 0;
  let longestGap = 0;
  let secondGap = 0;
  // where a code may begin: with all that came in, and behind each pause in it
  let begins = [];
  let ended = -Infinity;
  let timer;

  // in milliseconds a key
  const pace = () =>
    text.length < LEAST_WITH_BREATH ? (last - first) / (text.length - 1) : (last - first - longestGap) / (text.length - 2);

  const fast = () => text.length > 1 && pace() <= FAST_MILLIS;

  const usualGap = () => (text.length < LEAST_WITH_BREATH ? longestGap : secondGap);

  // depends on how evenly this scanner types on this machine
  const evenPause = () => Math.min(MOST_PAUSE_MILLIS, Math.max(LEAST_PAUSE_MILLIS, PAUSE_IN_GAPS * usualGap()));

  const texts = () => begins.map((begin) => [text.slice(begin.text), us.slice(begin.us)]);

  // a scanner that stops before all is there takes breath
  const pause = () => ((text.length === 1 || fast()) && !whole(texts()) ? MOST_PAUSE_MILLIS : evenPause());

  const isLongEnough = () => text.length >= LEAST_WITHOUT_ENTER || PRODUCT.test(text) || PRODUCT.test(us);

  const end = (complete, entered = false) => {
    clearTimeout(timer);
    const code = complete ? scanned(texts(), entered) : [];
    text = '';
    us = '';
    accent = '';
    longestGap = 0;
    secondGap = 0;
    begins = [];
    onProgress(0);
    if (!complete) return;
    ended = performance.now();
    onText(...code);
  };

  const endAtPause = () => end(isLongEnough() && fast());

  /** Returns whether the key belongs to a scan, so that nothing else may act on it. */
  const key = (event) => {
    const now = event.timeStamp;
    // a page that stood still hears of the next key before its timer
    if (text && now - last > pause()) endAtPause();
    if (ends(event)) {
      // a person who strikes a few keys at once presses Enter later
      const prompt = text.length >= LEAST_WITH_BREATH || now - last <= evenPause();
      if (text.length >= LEAST_WITH_ENTER && fast() && prompt) {
        end(true, true);
        return true;
      }
      // the Enter of a scan that a pause has ended already must not press a button
      return performance.now() - ended < AFTERMATH_MILLIS;
    }
    // a key held down is a person's, whatever a scanner types meanwhile
    if (event.repeat) return fast();
    // a sign that scanners send in the middle of a code, as some do between its parts, is no command to the browser
    if (!printable(event)) return text.length > 1 && fast() && now - last < FAST_MILLIS && event.ctrlKey && event.key.length === 1;
    if (event.key === ' ' && text === '') return false;
    const opens = text === '';
    const gap = opens ? 0 : now - last;
    if (opens) first = now;
    [longestGap, secondGap] = [Math.max(longestGap, gap), Math.max(secondGap, Math.min(longestGap, gap))];
    // an accent that waited is part of this letter
    if (accent && carries(accent, event.key)) text = text.slice(0, -1);
    if (opens || gap > LEAST_PAUSE_MILLIS) begins.push({ text: text.length, us: us.length });
    accent = event.key === 'Dead' ? written(event) : '';
    text += written(event);
    us += onUsKeyboard(event);
    last = now;
    if (text.length >= LEAST_TO_SHOW && fast()) onProgress(text.length);
    clearTimeout(timer);
    timer = setTimeout(endAtPause, pause());
    return true;
  };

  return { key, stop: () => clearTimeout(timer) };
}

/** Enter or Tab, also as the control characters that some scanners type instead: Ctrl+M and Ctrl+J, Ctrl+I. */
function ends(event) {
  return ['Enter', 'Tab'].includes(event.key) || (event.ctrlKey && ['m', 'j', 'i'].includes(event.key.toLowerCase()));
}

function printable(event) {
  const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  return written(event).length === 1 && !command;
}
