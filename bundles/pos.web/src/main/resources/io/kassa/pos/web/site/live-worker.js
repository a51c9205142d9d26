// Shared by all pages of this browser: one stream for all of them, since a browser allows six connections to a host.
import { follow } from './core/stream.js';

const pages = new Map();
let stop;
let followed;
let open = false;

function emit(event) {
  if (event.kind === 'open') open = true;
  if (event.kind === 'lost' || event.kind === 'ended') open = false;
  pages.forEach((_, page) => page.postMessage(event));
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
    pages.set(page, data.registers);
    if (data.again) stop = void stop?.();
    adjust();
    if (open) page.postMessage({ kind: 'open' });
  });
  page.start();
});
