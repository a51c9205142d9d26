import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Money } from '../../parts/money.js';
import { GroupDialog } from './group-dialog.js';
import { ProductDialog } from './product-dialog.js';

const load = async () => {
  const [groups, products] = await Promise.all([api.groups(), api.products()]);
  return { groups: groups.toSorted((a, b) => a.position - b.position), products };
};

/** Product groups with their products, and the labels that say which benefits may pay for what. */
export function Products() {
  const { value, problem, put } = useLiveView(['SETUP'], undefined, load);
  const [product, setProduct] = useState();
  const [group, setGroup] = useState();
  if (!value) return html`<${Loading} problem=${problem} />`;
  const labels = [...new Set(value.products.flatMap((each) => each.labels))].sort();
  const refresh = async () => put(await load());
  const fresh = { name: '', group: value.groups[0]?.id, price: { minor: 0, currency: 'EUR' }, labels: [], onSale: true, deposit: false };
  return html`
    <section class="sheet" data-testid="products">
      <header class="page-head">
        <div><h1>${t('config.products')}</h1><p>${t('products.text')}</p></div>
        <div class="row">
          <${Button}
            icon="plus"
            testid="group-add"
            onClick=${() => setGroup({ name: '', position: value.groups.length })}
          >
            ${t('products.addGroup')}
          <//>
          <${Button}
            icon="plus"
            look="primary"
            disabled=${!fresh.group}
            testid="product-add"
            onClick=${() => setProduct(fresh)}
          >
            ${t('products.add')}
          <//>
        </div>
      </header>
      ${value.groups.length === 0 && html`<div class="card empty"><${Icon} name="plus" /><p>${t('products.noGroups')}</p></div>`}
      ${value.groups.map(
        (each) => html`
          <article class="card" key=${each.id} data-testid="group-card" data-group=${each.id}>
            <header class="row apart card-head">
              <h2>${each.name}</h2>
              <${Button} look="quiet" icon="edit" testid="group-edit" onClick=${() => setGroup(each)}>${t('edit')}<//>
            </header>
            <ul class="entries">
              ${value.products
                .filter((one) => one.group === each.id)
                .map((one) => html`<${ProductRow} key=${one.id} product=${one} onEdit=${() => setProduct(one)} />`)}
            </ul>
          </article>
        `,
      )}
      ${product &&
      html`
        <${ProductDialog}
          product=${product}
          groups=${value.groups}
          labels=${labels}
          refresh=${refresh}
          onClose=${() => setProduct(undefined)}
        />
      `}
      ${group && html`<${GroupDialog} group=${group} refresh=${refresh} onClose=${() => setGroup(undefined)} />`}
    </section>
  `;
}

function ProductRow({ product, onEdit }) {
  return html`
    <li class="entry" data-testid="product-row" data-product=${product.id}>
      <strong class="grow">${product.name}</strong>
      ${product.deposit && html`<span class="chip">${t('products.isDeposit')}</span>`}
      ${!product.onSale && html`<span class="chip">${t('products.off')}</span>`}
      ${product.labels.map((label) => html`<span class="chip label" key=${label}>${label}</span>`)}
      <${Money} of=${product.price} />
      <${Button}
        look="quiet square"
        icon="edit"
        label=${t('products.edit', { name: product.name })}
        testid="product-edit"
        onClick=${onEdit}
      />
    </li>
  `;
}
