// The one server-sent stream of this browser. Used by the shared worker, and by the page itself where there is none.
const RETRY_MILLIS = 2000;

/**
 * Keeps a stream open until told to stop, and tells `emit` what happens: `{kind: 'open'}`, `{kind: 'lost'}`, `{kind: 'ended'}`
 * (nobody is logged in any more), `{kind: 'view', view}`, `{kind: 'change', change}`, `{kind: 'scan', scan}`. Returns what stops it.
 */
export function follow(registers, emit) {
  let source;
  let retry;
  let stopped = false;
  let openSince;

  const open = () => {
    if (stopped) return;
    const wanted = registers.map((id) => `register=${encodeURIComponent(id)}`).join('&');
    source = new EventSource(`/api/events${wanted && `?${wanted}`}`);
    source.addEventListener('open', () => {
      openSince = performance.now();
      emit({ kind: 'open' });
    });
    source.addEventListener('register', (event) => emit({ kind: 'view', view: JSON.parse(event.data) }));
    source.addEventListener('change', (event) => emit({ kind: 'change', change: JSON.parse(event.data) }));
    source.addEventListener('scan', (event) => emit({ kind: 'scan', scan: JSON.parse(event.data) }));
    source.addEventListener('error', lost);
  };

  const lost = async () => {
    if (stopped) return;
    // a browser's own retry is slow and gives up at an answer that is no stream: this one does neither
    source.close();
    const renewed = performance.now() - openSince > RETRY_MILLIS;
    openSince = undefined;
    const there = await whoIsThere();
    if (stopped) return;
    if (there && !there.actor) {
      emit({ kind: 'ended' });
    } else if (there && renewed) {
      // the till closed it, as it does when a browser may see more or less than before: nobody need be told of a loss
      open();
    } else {
      emit({ kind: 'lost' });
      retry = setTimeout(open, RETRY_MILLIS);
    }
  };

  open();
  return () => {
    stopped = true;
    clearTimeout(retry);
    source.close();
  };
}

/** The session as the till has it; nothing when it does not answer. */
async function whoIsThere() {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store', signal: AbortSignal.timeout(RETRY_MILLIS) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
