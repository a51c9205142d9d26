import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Switch } from '../../parts/switch.js';
import { Findings } from './findings.js';
import { MethodDetails } from './method-details.js';

const LOOKS = { AVAILABLE: 'ok', CLOSED: 'warn', MISSING: 'danger' };

export function Method({ method, put }) {
  const [open, setOpen] = useState(false);
  const [save, busy] = useAction(async (settings) => put(await api.saveMethod(method.id, settings)));
  const [findings, setFindings] = useState();
  const [test, testing] = useAction(async () => setFindings(await api.testMethod(method.id)));
  const enable = (enabled) => save({ ...method.settings, enabled });
  return html`
    <article class="card method-card" data-testid="method-card" data-method=${method.id} data-state=${method.state}>
      <div class="row apart">
        <div>
          <h2>${say(method.name)}</h2>
          <p class="small soft"><span class="mono">${method.id}</span>${method.version && ` · ${t('methods.version', { version: method.version })}`}</p>
        </div>
        <div class="row">
          <span class=${`chip ${LOOKS[method.state]}`} data-testid="method-state">${t(`methods.state.${method.state}`)}</span>
          <${Switch}
            label=${t(method.settings.enabled ? 'methods.enabled' : 'methods.disabled')}
            checked=${method.settings.enabled}
            disabled=${busy}
            onChange=${enable}
            testid="method-enabled"
          />
        </div>
      </div>
      ${method.problems.map(
        (problem) => html`
          <p
            class="note warning"
            key=${problem.code}
            data-testid="method-problem"
          >
            <${Icon} name="alert" /><span>${say(problem)}</span>
          </p>
        `,
      )}
      <div class="row small">
        ${!method.givesChange && html`<span class="chip">${t('methods.noChange')}</span>`}
        ${method.filtered && html`<span class="chip">${t('methods.filtered')}</span>`}
        ${method.openPayments > 0 &&
        html`
          <span class="chip warn" data-testid="open-payments">${t('methods.open', { n: method.openPayments })}</span>
        `}
        <${Button}
          look="quiet"
          icon=${open ? 'up' : 'down'}
          aria-expanded=${open ? 'true' : 'false'}
          onClick=${() => setOpen(!open)}
          testid="method-details"
        >
          ${t('methods.details')}
        <//>
        ${method.state !== 'MISSING' &&
        html`
          <${Button} look="quiet" icon="refresh" busy=${testing} testid="method-test" onClick=${test}>${t('methods.test')}<//>
        `}
      </div>
      ${findings && html`<${Tested} findings=${findings} />`}
      ${open && html`<${MethodDetails} key=${JSON.stringify(method.settings)} method=${method} busy=${busy} save=${save} />`}
    </article>
  `;
}

function Tested({ findings }) {
  if (findings.length === 0) return html`<p class="note skipped" role="status" data-testid="method-untested">${t('methods.noTest')}</p>`;
  return html`<${Findings} found=${findings} />`;
}
