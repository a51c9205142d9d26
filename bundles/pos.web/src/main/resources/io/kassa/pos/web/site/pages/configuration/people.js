import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { PersonDialog } from './person-dialog.js';

const FRESH = { name: '', role: 'CASHIER', mayAttest: false, active: true };

export function People() {
  const { value: people, problem, put } = useLiveView(['SETUP'], undefined, api.people);
  const [person, setPerson] = useState();
  return html`
    <section class="sheet" data-testid="people">
      <header class="page-head">
        <div><h1>${t('config.people')}</h1><p>${t('people.text')}</p></div>
        <${Button} icon="plus" look="primary" testid="person-add" onClick=${() => setPerson(FRESH)}>${t('people.add')}<//>
      </header>
      ${!people && html`<${Loading} problem=${problem} />`}
      ${people &&
      html`
        <ul class="card entries">
          ${people.map(
            (each) => html`
              <li class="entry" key=${each.name} data-testid="person" data-name=${each.name}>
                <strong class="grow">${each.name}</strong>
                ${!each.active && html`<span class="chip danger">${t('people.inactive')}</span>`}
                ${each.mayAttest && html`<span class="chip">${t('people.mayAttest.short')}</span>`}
                <span class="chip label">${t(`role.${each.role}`)}</span>
                <${Button}
                  look="quiet square"
                  icon="edit"
                  label=${t('people.edit', { name: each.name })}
                  testid="person-edit"
                  onClick=${() => setPerson(each)}
                />
              </li>
            `,
          )}
        </ul>
      `}
      ${person && html`<${PersonDialog} person=${person} put=${put} onClose=${() => setPerson(undefined)} />`}
    </section>
  `;
}
