import { api } from '../../core/api.js';
import { useQueue } from '../../core/action.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Money } from '../../parts/money.js';

/** What can be sold is asked for apart, and again when the view names another version of it. */
export function Products({ view, put }) {
  const { value: catalogue, problem } = useLiveView([], undefined, api.catalogue, view.catalogue);
  const [chosen, setChosen] = useState();
  const [add] = useQueue(async (product) => put(await api.addLine(view.id, product.id, 1)));
  if (!catalogue) return html`<${Loading} problem=${problem} />`;
  const groups = catalogue.groups;
  const group = groups.find((each) => each.id === chosen) ?? groups[0];
  if (!group) {
    return html`<div class="empty"><${Icon} name="tag" /><p>${t('products.none')}</p></div>`;
  }
  return html`
    <div class="tabs" role="tablist" aria-label=${t('products.groups')}>
      ${groups.map(
        (each) => html`
          <button
            role="tab"
            key=${each.id}
            class="tab"
            aria-selected=${each === group ? 'true' : 'false'}
            data-testid="group"
            data-group=${each.id}
            onClick=${() => setChosen(each.id)}
          >
            ${each.name}
          </button>
        `,
      )}
    </div>
    <div class="tiles" role="tabpanel" aria-label=${group.name}>
      ${group.products.map(
        (product) => html`
          <button class="tile" key=${product.id} data-testid="product" data-product=${product.id} onClick=${() => add(product)}>
            <span class="tile-name">${product.name}</span>
            <span class="tile-foot">
              <${Money} of=${product.price} />
              ${product.labels.map((label) => html`<span class="chip label" key=${label}>${label}</span>`)}
            </span>
          </button>
        `,
      )}
    </div>
  `;
}
