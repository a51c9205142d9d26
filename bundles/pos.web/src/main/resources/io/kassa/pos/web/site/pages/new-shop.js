import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Icon } from '../parts/icon.js';

const STEPS = ['methods', 'products', 'registers', 'people'];

/** What an admin sees before there is anything to sell at: where to begin. */
export function NewShop() {
  return html`
    <main class="sheet" data-testid="new-shop">
      <header class="page-head"><div><h1>${t('newShop.title')}</h1><p>${t('newShop.text')}</p></div></header>
      <ol class="places one">
        ${STEPS.map(
          (step) => html`
            <li key=${step}>
              <a class="card place" href=${`/configuration/${step}`} data-testid="new-shop-step" data-section=${step}>
                <span class="grow"><strong>${t(`config.${step}`)}</strong><span class="soft small">${t(`newShop.${step}`)}</span></span>
                <${Icon} name="next" />
              </a>
            </li>
          `,
        )}
      </ol>
    </main>
  `;
}
