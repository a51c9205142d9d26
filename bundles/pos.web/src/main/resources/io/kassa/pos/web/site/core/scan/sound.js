import { store } from '../store.js';

const KEY = 'kassa.sound';
const OFF = 'off';
const VOLUME = 0.15;
// Hz and when each tone begins and how long it sounds, in seconds: up for good, down and twice for bad, once and short for not yet
const TONES = {
  accepted: [[880, 0, 0.08], [1320, 0.09, 0.12]],
  busy: [[520, 0, 0.06]],
  refused: [[330, 0, 0.16], [220, 0.2, 0.28]],
};

/** Whether this browser makes sounds; remembered. */
export const sound = store(localStorage.getItem(KEY) !== OFF);
let context;

export function setSound(on) {
  localStorage.setItem(KEY, on ? 'on' : OFF);
  sound.set(on);
}

/** Says `accepted`, `busy` or `refused` to whoever looks at the customer and not at the screen; colour and words say it too. */
export function beep(what) {
  if (!sound.get() || !globalThis.AudioContext) return;
  context ??= new AudioContext();
  // a browser keeps quiet until somebody has pressed something; then the words have to do
  context.resume().catch(() => undefined);
  TONES[what].forEach(([pitch, begin, length]) => tone(pitch, context.currentTime + begin, length));
}

function tone(pitch, begin, length) {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(VOLUME, begin);
  // a tone that is cut off clicks
  volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + length);
}
