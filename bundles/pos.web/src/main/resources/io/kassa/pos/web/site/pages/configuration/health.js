import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { HealthNotes } from './health-notes.js';

/** How the till is. Providers are asked when somebody wants to know. */
export function Health() {
  const { value, problem } = useLiveView(['SETUP', 'WORKLIST'], undefined, api.health);
  const [tested, setTested] = useState();
  const [test, testing] = useAction(async () => setTested(await api.testHealth()));
  const deep = tested?.filter(({ tags }) => tags.includes('deep'));
  return html`
    <section class="sheet" data-testid="health">
      <header class="page-head">
        <div><h1>${t('config.health')}</h1><p>${t('health.text')}</p></div>
        <${Button} look="primary" icon="refresh" busy=${testing} onClick=${test} testid="health-test">${t('health.test')}<//>
      </header>
      ${!value && html`<${Loading} problem=${problem} />`}
      ${value && html`<${HealthNotes} notes=${value} testid="health-notes" />`}
      <h2>${t('health.deep')}</h2>
      ${!deep && html`<p class="card padded soft">${t('health.untested')}</p>`}
      ${deep && html`<div role="status"><${HealthNotes} notes=${deep} testid="health-deep" /></div>`}
    </section>
  `;
}
