import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { PluginForm } from './plugin-form.js';
import { heading } from './plugin-names.js';

/** The settings of one kind of plug-in: drawn from its own description, with a form for each of its configurations. */
export function Plugin({ form, loaded, problem, put }) {
  const [chosen, setChosen] = useState();
  const [stored, setStored] = useState();
  if (!loaded) return html`<${Loading} problem=${problem} />`;
  if (!form) return html`<div class="sheet"><p class="card padded soft" data-testid="plugin-gone">${t('plugin.gone')}</p></div>`;
  const all = form.configurations;
  const shown = chosen === 'new' || all.length === 0 ? undefined : (all.find(({ id }) => id === chosen) ?? all[0]);
  const saved = (forms, before) => {
    put(forms);
    const now = forms.find(({ factoryPid }) => factoryPid === form.factoryPid)?.configurations ?? [];
    const id = before?.id ?? now.find((one) => !all.some((each) => each.id === one.id))?.id;
    setChosen(id);
    setStored(id);
  };
  return html`
    <section class="sheet" data-testid="plugin" data-pid=${form.factoryPid}>
      <header class="page-head"><div><h1>${say(form.name)}</h1><p>${say(form.description)}</p></div></header>
      ${all.length > 0 &&
      html`
        <div class="choices" role="group" aria-label=${t('plugin.configurations')}>
          ${all.map(
            (each) => html`
              <button
                class="choice"
                key=${each.id}
                aria-pressed=${each === shown ? 'true' : 'false'}
                onClick=${() => setChosen(each.id)}
                data-testid="configuration"
                data-id=${each.id}
              >
                ${heading(each, form)}
              </button>
            `,
          )}
          <button
            class="choice"
            aria-pressed=${shown ? 'false' : 'true'}
            onClick=${() => setChosen('new')}
            data-testid="configuration-add"
          >
            <${Icon} name="plus" />${t('plugin.add')}
          </button>
        </div>
      `}
      <${PluginForm}
        key=${shown?.id ?? 'new'}
        form=${form}
        configured=${shown}
        stored=${shown && shown.id === stored}
        onSaved=${(forms) => saved(forms, shown)}
        onEdited=${() => setStored(undefined)}
        onDeleted=${put}
      />
    </section>
  `;
}
