import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { withPassword } from '../../core/password.js';
import { t } from '../../core/text.js';
import { html, useRef } from '../../core/view.js';
import { Button } from '../../parts/button.js';

/** Hands in a signed jar. A refusal stands in the history too, so that is fetched either way. */
export function DeployButton({ put, refresh }) {
  const input = useRef();
  const [deploy, busy] = useAction(async (file) => {
    try {
      put(await withPassword(() => api.deploy(file)));
    } finally {
      refresh();
    }
  });
  const choose = (event) => {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) deploy(file);
  };
  return html`
    <input ref=${input} type="file" accept=".jar" class="unseen" tabindex="-1" aria-hidden="true" onChange=${choose} data-testid="deploy-file" />
    <${Button} icon="plus" look="primary" busy=${busy} onClick=${() => input.current.click()} testid="deploy">${t('deployments.deploy')}<//>
  `;
}
