import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { withPassword } from '../../core/password.js';
import { t } from '../../core/text.js';
import { html, useEffect, useRef, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { DeleteConfiguration } from './delete-configuration.js';
import { begin, toDraft } from './draft.js';
import { Findings } from './findings.js';
import { SettingField } from './setting-field.js';
import { Stored } from './stored.js';

export function PluginForm({ form, configured, stored, onSaved, onEdited, onDeleted }) {
  const [values, setValues] = useState(() => begin(form, configured));
  const [findings, setFindings] = useState(configured?.findings ?? []);
  const [tested, setTested] = useState([]);
  const drawn = useRef();
  const [asked, setAsked] = useState(0);
  // what was asked for may be answered out of sight
  useEffect(() => {
    if (asked > 0) drawn.current.querySelector('.field.wrong, .tested')?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const pid = form.factoryPid;
  const draft = () => toDraft(form, configured, values);
  const keys = form.fields.map(({ key }) => key);

  const set = (key, value) => {
    setValues((before) => ({ ...before, [key]: value }));
    setFindings((before) => before.filter(({ subject }) => subject !== key));
    onEdited();
  };
  const [save, saving] = useAction(async () => {
    const answer = await withPassword(() => api.save(pid, draft()));
    if (!answer) return;
    setFindings(answer.findings);
    setTested([]);
    setAsked((count) => count + 1);
    if (answer.stored) {
      setValues((before) => ({ ...before, ...secretsEmptied(form) }));
      onSaved(answer.forms);
    }
  });
  const [probe, probing] = useAction(async () => {
    const found = await withPassword(() => api.probe(pid, draft()));
    if (!found) return;
    setFindings(found.filter(({ subject }) => keys.includes(subject)));
    setTested(found.filter(({ subject }) => !keys.includes(subject)));
    setAsked((count) => count + 1);
  });
  const submit = (event) => {
    event.preventDefault();
    save();
  };
  const draw = (field) => html`<${SettingField}
    key=${field.key}
    field=${field}
    value=${values[field.key]}
    secretSet=${configured?.secretsSet.includes(field.key)}
    findings=${findings.filter(({ subject }) => subject === field.key)}
    onValue=${(value) => set(field.key, value)}
  />`;
  const advanced = form.fields.filter((field) => field.advanced);
  const wrong = findings.filter(({ severity }) => severity === 'ERROR');
  const general = findings.filter(({ subject }) => !keys.includes(subject));
  return html`
    <form ref=${drawn} class="card padded stack settings" onSubmit=${submit} data-testid="plugin-form">
      ${form.fields.filter((field) => !field.advanced).map(draw)}
      ${advanced.length > 0 &&
      html`
        <details
          class="advanced"
          open=${wrong.some(({ subject }) => advanced.some(({ key }) => key === subject))}
          data-testid="advanced"
        >
          <summary><${Icon} name="next" />${t('plugin.advanced')}</summary>
          <div class="stack">${advanced.map(draw)}</div>
        </details>
      `}
      ${general.length > 0 && html`<${Findings} found=${general} />`}
      <div aria-live="polite">
        ${wrong.length > 0 &&
        html`
          <p
            class="note error"
            data-testid="not-stored"
          >
            <${Icon} name="alert" /><span>${t('plugin.wrong', { n: wrong.length })}</span>
          </p>
        `}
        ${stored && html`<${Stored} method=${configured.method} />`}
      </div>
      <footer class="row">
        <${Button} type="submit" look="primary big" busy=${saving} testid="plugin-save">${t('save')}<//>
        <${Button} look="big" icon="refresh" busy=${probing} testid="plugin-test" onClick=${probe}>${t('plugin.test')}<//>
        <span class="grow" />
        ${configured && html`<${DeleteConfiguration} pid=${pid} configured=${configured} onDeleted=${onDeleted} />`}
      </footer>
      ${tested.length > 0 &&
      html`
        <section
          class="tested"
          role="status"
          data-testid="tested"
        >
          <h2>${t('plugin.tested')}</h2><${Findings} found=${tested} />
        </section>
      `}
    </form>
  `;
}

function secretsEmptied(form) {
  return Object.fromEntries(form.fields.filter(({ type }) => type === 'password').map(({ key }) => [key, '']));
}
