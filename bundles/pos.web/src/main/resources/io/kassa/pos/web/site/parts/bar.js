import { api } from '../core/api.js';
import { useAction } from '../core/action.js';
import { useLiveView } from '../core/live-view.js';
import { go } from '../core/router.js';
import { session, take } from '../core/session.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html, useEffect, useState } from '../core/view.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { Languages } from './languages.js';

/** The bar of every page: where one can go, the language, and who is here. */
export function Bar({ actor, path }) {
  return html`
    <header class="bar">
      <a class="brand" href="/" aria-label="Kassa"><${Icon} name="till" /><span class="brand-name">Kassa</span></a>
      ${actor && html`<${Nav} actor=${actor} path=${path} />`}
      <div class="bar-end">
        <${Languages} />
        ${actor && html`<${Who} actor=${actor} />`}
      </div>
    </header>
  `;
}

function Nav({ actor, path }) {
  const { register } = useStore(session);
  const [last, setLast] = useState(register);
  const here = /^\/register\/([^/]+)$/.exec(path)?.[1];
  useEffect(() => here && setLast(decodeURIComponent(here)), [here]);
  const { value: worklist } = useLiveView(['WORKLIST'], undefined, api.worklist);
  const open = worklist ? Object.values(worklist).flat().length : 0;
  const entries = [
    ['register', last ? `/register/${encodeURIComponent(last)}` : '/', path === '/' || path.startsWith('/register')],
    ['receipts', '/receipts', path.startsWith('/receipts')],
    ['worklist', '/worklist', path.startsWith('/worklist')],
  ];
  if (actor.role === 'ADMIN') entries.push(['configuration', '/configuration', path.startsWith('/configuration')]);
  return html`
    <nav class="nav" aria-label=${t('nav')}>
      ${entries.map(
        ([name, href, current]) => html`
          <a key=${name} href=${href} aria-current=${current ? 'page' : undefined} data-testid=${`nav-${name}`}>
            ${t(`nav.${name}`)}
            ${name === 'worklist' && open > 0 && html`<span class="count" data-testid="worklist-count">${open}</span>`}
          </a>
        `,
      )}
    </nav>
  `;
}

function Who({ actor }) {
  const [leave, leaving] = useAction(async () => {
    take(await api.logout());
    go('/');
  });
  return html`
    <span class="who" data-testid="who" title=${actor.name}>${actor.name}</span>
    <${Button} look="quiet square" icon="leave" label=${t('logout')} busy=${leaving} testid="logout" onClick=${leave} />
  `;
}
