import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { NewRegister } from './new-register.js';
import { RegisterCard } from './register-card.js';

const load = async () => {
  const [registers, methods] = await Promise.all([api.registerSettings(), api.methods()]);
  return { registers, methods };
};

export function Registers() {
  const { value, problem, put } = useLiveView(['SETUP'], undefined, load);
  const [adding, setAdding] = useState(false);
  const save = async (register) => put({ ...value, registers: await api.saveRegister(register.id, register) });
  return html`
    <section class="sheet" data-testid="registers">
      <header class="page-head">
        <div><h1>${t('config.registers')}</h1><p>${t('registers.text')}</p></div>
        <${Button} icon="plus" testid="register-add" onClick=${() => setAdding(true)}>${t('registers.add')}<//>
      </header>
      ${!value && html`<${Loading} problem=${problem} />`}
      ${value?.registers.map((register) => html`<${RegisterCard} key=${register.id} register=${register} methods=${value.methods} save=${save} />`)}
      ${value?.registers.length === 0 && html`<div class="card empty"><${Icon} name="till" /><p>${t('registers.none')}</p></div>`}
      ${adding && html`<${NewRegister} taken=${value.registers} save=${save} onClose=${() => setAdding(false)} />`}
    </section>
  `;
}
