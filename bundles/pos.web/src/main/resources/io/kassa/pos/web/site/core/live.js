import { forget, session } from './session.js';
import { beep } from './scan/sound.js';
import { store } from './store.js';
import { follow } from './stream.js';

/** Whether what stands on the screen follows the till: false while the connection is lost. */
export const connected = store(true);

const listeners = new Set();
const takers = [];
let channel;
let registers = [];
let shown = [];
let adjusting = false;

/** Hears of every change: `{topic, id, view?}`, and `{topic: 'ALL'}` when anything may have been missed. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Takes what a scanner of the till reads for this page's register, as long as nobody takes it after. `take` says whether it did.
 */
export function onScan(take) {
  takers.push(take);
  adjust();
  return () => {
    takers.splice(takers.indexOf(take), 1);
    adjust();
  };
}

function hand({ register, code }) {
  // the page may have gone to another register meanwhile
  if (!registers.includes(register) || !takers.at(-1)?.(code)) beep('refused');
}

function tell(change) {
  listeners.forEach((listener) => listener(change));
}

function take(event) {
  if (event.kind === 'open') {
    connected.set(true);
    tell({ topic: 'ALL' });
  }
  if (event.kind === 'lost') connected.set(false);
  if (event.kind === 'ended') forget();
  if (event.kind === 'view') tell({ topic: 'VIEW', id: event.view.id, view: event.view });
  if (event.kind === 'change') tell(event.change);
  if (event.kind === 'scan') hand(event.scan);
}

/** Opens the stream of the person who has just logged in. */
export function start() {
  channel = self.SharedWorker ? shared() : alone();
  channel.follow(registers, true);
}

export function stop() {
  channel?.leave();
  channel = undefined;
  connected.set(true);
}

/** Follows these registers' views from now on: those that the page shows. */
export function followRegisters(ids) {
  shown = ids;
  adjust();
}

/**
 * A page that shows no register, and asks for a code, has the scanner of the one that its person stands at, for as long. Settled when
 * the page stands: on the way to another one, a step may go and the next come.
 */
function adjust() {
  if (adjusting) return;
  adjusting = true;
  queueMicrotask(settle);
}

function settle() {
  adjusting = false;
  const ids = shown.length > 0 || takers.length === 0 ? shown : standing();
  if (ids.join() === registers.join()) return;
  registers = ids;
  channel?.follow(registers, false);
}

function standing() {
  const { register, paired = [] } = session.get() ?? {};
  if (register) return [register];
  return paired.length === 1 ? [paired[0].id] : [];
}

function shared() {
  const worker = new SharedWorker(new URL('../live-worker.js', import.meta.url), { type: 'module', name: 'kassa-live' });
  worker.port.addEventListener('message', ({ data }) => take(data));
  worker.port.start();
  const leave = () => worker.port.postMessage({ kind: 'leave' });
  const here = () => worker.port.postMessage({ kind: 'here' });
  addEventListener('pagehide', leave);
  addEventListener('focus', here);
  addEventListener('pointerdown', here, { capture: true });
  return {
    follow: (ids, again) => worker.port.postMessage({ kind: 'follow', registers: ids, again }),
    leave() {
      removeEventListener('pagehide', leave);
      removeEventListener('focus', here);
      removeEventListener('pointerdown', here, { capture: true });
      leave();
    },
  };
}

function alone() {
  let end;
  return {
    follow(ids) {
      end?.();
      end = follow(ids, take);
    },
    leave: () => end?.(),
  };
}
