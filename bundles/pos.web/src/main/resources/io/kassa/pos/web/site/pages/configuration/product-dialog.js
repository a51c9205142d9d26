import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { freshId } from '../../core/ids.js';
import { parsePrice, typed } from '../../core/money.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Switch } from '../../parts/switch.js';
import { TextField } from '../../parts/text-field.js';
import { Labels } from './labels.js';

export function ProductDialog({ product, groups, labels, refresh, onClose }) {
  const [draft, setDraft] = useState(product);
  const [price, setPrice] = useState(product.id ? typed(product.price) : '');
  const set = (key) => (value) => setDraft({ ...draft, [key]: value });
  const minor = parsePrice(price);
  const ready = draft.name.trim() && minor !== undefined;
  const [save, busy] = useAction(async () => {
    const saved = { ...draft, name: draft.name.trim(), price: { ...product.price, minor } };
    await api.saveProduct(product.id ?? freshId(), saved);
    await refresh();
    onClose();
  });
  return html`
    <${FormDialog}
      title=${product.id ? product.name : t('products.add')}
      name="product"
      ready=${ready}
      busy=${busy}
      save=${save}
      onClose=${onClose}
    >
      <${TextField}
        label=${t('products.name')}
        focused
        maxlength="200"
        value=${draft.name}
        onValue=${set('name')}
        testid="product-name"
      />
      <${TextField}
        label=${t('products.price')}
        help=${t(price && minor === undefined ? 'amount.wrong' : 'products.price.help')}
        inputmode="decimal"
        value=${price}
        onValue=${setPrice}
        testid="product-price"
      />
      <div class="field">
        <label for="product-group">${t('products.group')}</label>
        <select
          id="product-group"
          class="select"
          value=${draft.group}
          onChange=${(event) => set('group')(event.target.value)}
          data-testid="product-group"
        >
          ${groups.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
        </select>
      </div>
      <${TextField}
        label=${t('products.gtin')}
        help=${t('products.gtin.help')}
        inputmode="numeric"
        maxlength="14"
        value=${draft.gtin ?? ''}
        onValue=${(gtin) => set('gtin')(gtin.trim() || undefined)}
        testid="product-gtin"
      />
      <${Labels} chosen=${draft.labels} known=${labels} onChange=${set('labels')} />
      <${Switch} label=${t('products.deposit')} checked=${draft.deposit} onChange=${set('deposit')} testid="product-deposit" />
      <${Switch} label=${t('products.onSale')} checked=${draft.onSale} onChange=${set('onSale')} testid="product-on-sale" />
    <//>
  `;
}
