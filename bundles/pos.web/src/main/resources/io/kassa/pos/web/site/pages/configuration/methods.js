import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Loading } from '../../parts/loading.js';
import { Method } from './method.js';

/** Payment methods as the service registry offers them: what is there, what is wrong with it, and what the shop decides. */
export function Methods() {
  const { value: methods, problem, put } = useLiveView(['SETUP'], undefined, api.methods);
  return html`
    <section class="sheet" data-testid="methods">
      <header class="page-head"><div><h1>${t('config.methods')}</h1><p>${t('methods.text')}</p></div></header>
      ${!methods && html`<${Loading} problem=${problem} />`}
      ${methods?.map((method) => html`<${Method} key=${method.id} method=${method} put=${put} />`)}
    </section>
  `;
}
