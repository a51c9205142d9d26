const WHILE_MILLIS = 5000;

let latest = { text: '', at: -Infinity };

/** Notes what was just scanned, so that a trigger that is pulled twice is one scan. */
export function noteScan(text) {
  latest = { text, at: performance.now() };
}

/** Whether the same text was just scanned; of the second one the end may be all, if the modal closed while it came in. */
export function isRepeated(text) {
  return latest.text.endsWith(text) && performance.now() - latest.at < WHILE_MILLIS;
}
