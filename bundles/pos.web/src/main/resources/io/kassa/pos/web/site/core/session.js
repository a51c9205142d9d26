import { store } from './store.js';

/** Who is logged in here: `csrf`, `needsFirstAdmin`, `actor` when there is one, `register`, `paired`. */
export const session = store(undefined);

/** What this till is: `shop`, `demo`, `version`, and in the demo `demoLogins` and `sandbox`. */
export const about = store(undefined);

const others = new BroadcastChannel('kassa.session');

async function load(path, into) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  into.set(await answer.json());
}

export function loadSession() {
  return load('/api/session', session);
}

export function loadAbout() {
  return load('/api/about', about);
}

/** Takes the answer of a login or logout, and lets the other pages of this browser fetch theirs: the token has changed. */
export function take(answer) {
  session.set(answer);
  others.postMessage('changed');
}

/** The till does not know us any more. */
export function forget() {
  const before = session.get();
  if (before?.actor) session.set({ ...before, actor: undefined });
  loadSession().catch(() => undefined);
}

others.addEventListener('message', () => loadSession().catch(() => undefined));
