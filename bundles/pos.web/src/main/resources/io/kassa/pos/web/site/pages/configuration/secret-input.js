import { t } from '../../core/text.js';
import { html, useEffect, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';

/** A secret is written and never read: the page knows only whether there is one. */
export function SecretInput({ shared, isSet, onValue }) {
  const [replacing, setReplacing] = useState(false);
  // once stored, the field shows again that there is a secret
  useEffect(() => {
    if (isSet && shared.value === '') setReplacing(false);
  }, [isSet, shared.value === '']);
  if (isSet && !replacing) {
    return html`
      <div class="row secret-set">
        <span class="chip ok" data-testid=${`${shared['data-testid']}-set`}><${Icon} name="lock" />${t('secret.set')}</span>
        <${Button}
          icon="edit"
          testid=${`${shared['data-testid']}-replace`}
          onClick=${() => setReplacing(true)}
        >
          ${t('secret.replace')}
        <//>
      </div>
    `;
  }
  const keep = () => {
    onValue('');
    setReplacing(false);
  };
  return html`
    <div class="row">
      <input class="input grow" type="password" autocomplete="new-password" ...${shared} />
      ${isSet && html`<${Button} testid=${`${shared['data-testid']}-keep`} onClick=${keep}>${t('secret.keep')}<//>`}
    </div>
  `;
}
