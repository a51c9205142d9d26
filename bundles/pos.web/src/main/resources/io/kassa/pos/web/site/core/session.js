import { understand } from './answer.js';
import { store } from './store.js';

/** Who is logged in here: `csrf`, `needsFirstAdmin`, `actor` when there is one, `register`, `paired`. */
export const session = store(undefined);

/** What this till is: `shop`, `demo`, `version`, and in the demo `demoLogins` and `sandbox`. */
export const about = store(undefined);

const others = new BroadcastChannel('kassa.session');

// answers may overtake each other: one that was asked for before what is shown, by a login or later, says how it was
let asked = 0;
let shown = 0;

function show(value, number) {
  if (number < shown) return;
  shown = number;
  session.set(value);
}

async function load(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw await understand(answer);
  return answer.json();
}

export async function loadSession() {
  const number = (asked += 1);
  show(await load('/api/session'), number);
}

export async function loadAbout() {
  about.set(await load('/api/about'));
}

/** Takes the answer of a login or logout, and lets the other pages of this browser fetch theirs: the token has changed. */
export function take(answer) {
  show(answer, (asked += 1));
  others.postMessage('changed');
}

/** The till does not know us any more. */
export function forget() {
  const before = session.get();
  if (before?.actor) session.set({ ...before, actor: undefined });
  loadSession().catch(() => undefined);
}

others.addEventListener('message', () => loadSession().catch(() => undefined));
