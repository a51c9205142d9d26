// Shared by all pages of this browser: one stream for all of them, since a browser allows six connections to a host.
import { follow } from './core/stream.js';

const pages = new Map();
let stop;
let followed;
let open = false;

function emit(event) {
  if (event.kind === 'open') open = true;
  if (event.kind === 'lost' || event.kind === 'ended') open = false;
  if (event.kind === 'scan') hand(event);
  else pages.forEach((_, page) => page.postMessage(event));
}

/** To one page at the scanner's register, the one that was used last: a code must not be acted on twice. */
function hand(event) {
  const there = [...pages].filter(([, registers]) => registers.includes(event.scan.register));
  there.at(-1)?.[0].postMessage(event);
}

function adjust() {
  const wanted = [...new Set([...pages.values()].flat())].sort();
  if (pages.size > 0 && followed?.join() === wanted.join() && stop) return;
  stop?.();
  stop = undefined;
  open = false;
  followed = wanted;
  if (pages.size > 0) stop = follow(wanted, emit);
}

self.addEventListener('connect', ({ ports: [page] }) => {
  page.addEventListener('message', ({ data }) => {
    if (data.kind === 'leave') {
      pages.delete(page);
      adjust();
      return;
    }
    const registers = data.kind === 'here' ? (pages.get(page) ?? []) : data.registers;
    // the page that was used last stands last
    pages.delete(page);
    pages.set(page, registers);
    if (data.kind === 'here') return;
    if (data.again) stop = void stop?.();
    adjust();
    if (open) page.postMessage({ kind: 'open' });
  });
  page.start();
});
