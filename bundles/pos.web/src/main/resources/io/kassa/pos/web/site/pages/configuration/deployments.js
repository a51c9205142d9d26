import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Loading } from '../../parts/loading.js';
import { DeployButton } from './deploy-button.js';
import { DeploymentEntry } from './deployment-entry.js';
import { RunningPlugIn } from './running-plug-in.js';

/** Which plug-ins run, handing in another version, going back, and what became of all that. */
export function Deployments() {
  const { value, problem, put, refresh } = useLiveView(['SETUP'], undefined, api.plugIns);
  return html`
    <section class="sheet" data-testid="deployments">
      <header class="page-head">
        <div><h1>${t('config.deployments')}</h1><p>${t('deployments.text')}</p></div>
        <${DeployButton} put=${put} refresh=${refresh} />
      </header>
      ${!value && html`<${Loading} problem=${problem} />`}
      ${value &&
      html`
        <ul class="card entries">
          ${value.running.map((each) => html`<${RunningPlugIn} key=${each.plugIn} running=${each} put=${put} refresh=${refresh} />`)}
        </ul>
        <h2>${t('deployments.history')}</h2>
        ${value.history.length === 0 && html`<p class="card padded soft">${t('deployments.noHistory')}</p>`}
        ${value.history.length > 0 && html`<ul class="card entries">${value.history.map((each) => html`<${DeploymentEntry} key=${each.at + each.event} entry=${each} />`)}</ul>`}
      `}
    </section>
  `;
}
