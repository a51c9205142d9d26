import { connected } from '../core/live.js';
import { about } from '../core/session.js';
import { useStore } from '../core/store.js';
import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Icon } from './icon.js';

/** What everybody must know on every page: that this is the demo, and that the connection is lost. */
export function Strips() {
  const { demo, sandbox } = useStore(about);
  const live = useStore(connected);
  return html`
    <aside aria-label=${t('notices')}>
      ${demo &&
      html`
        <p class="strip" data-testid="demo-strip">
          <span>${t('demo')}</span>
          ${sandbox &&
          html`
            <a href=${sandbox} target="_blank" rel="noopener noreferrer" data-testid="sandbox-link">${t('demo.sandbox')}</a>
          `}
        </p>
      `}
      <div role="alert">
        ${!live && html`<p class="strip lost" data-testid="lost"><${Icon} name="wait" turning />${t('lost')}</p>`}
      </div>
    </aside>
  `;
}
