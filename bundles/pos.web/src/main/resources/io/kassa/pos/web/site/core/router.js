import { store } from './store.js';

export const place = store(location.pathname);

export function go(path, { replace = false } = {}) {
  if (path === place.get()) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  place.set(location.pathname);
}

addEventListener('popstate', () => place.set(location.pathname));

// plain links stay plain links: only a plain click within the site is answered without a new page
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target || link.origin !== location.origin || link.hasAttribute('data-plain')) return;
  event.preventDefault();
  go(link.pathname);
});

/** The first route that fits: [pattern, page], where `:name` in the pattern is one part of the path. */
export function match(routes, path) {
  for (const [pattern, page] of routes) {
    const values = fit(pattern, path);
    if (values) return { page, values };
  }
  return undefined;
}

function fit(pattern, path) {
  const wanted = pattern.split('/').filter(Boolean);
  const parts = path.split('/').filter(Boolean);
  if (wanted.length !== parts.length) return undefined;
  const values = {};
  for (const [i, want] of wanted.entries()) {
    if (want.startsWith(':')) values[want.slice(1)] = decodeURIComponent(parts[i]);
    else if (want !== parts[i]) return undefined;
  }
  return values;
}
