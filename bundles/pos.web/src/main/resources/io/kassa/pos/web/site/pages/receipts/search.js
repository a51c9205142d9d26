import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useEffect, useState } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Summary } from './summary.js';

const MOST = 50;
const TYPING_MILLIS = 200;

export function Search() {
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const { value: found, problem } = useLiveView(['RECEIPT'], undefined, () => api.receipts(query, MOST), query);
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  return html`
    <main class="sheet" data-testid="receipts">
      <header class="page-head">
        <h1>${t('receipts.title')}</h1>
        <label class="search">
          <${Icon} name="search" />
          <span class="unseen">${t('receipts.search')}</span>
          <input
            class="input"
            type="search"
            value=${typed}
            placeholder=${t('receipts.search')}
            onInput=${(event) => setTyped(event.target.value)}
            data-testid="receipt-query"
          />
        </label>
      </header>
      ${!found && html`<${Loading} problem=${problem} />`}
      ${found?.length === 0 && html`<div class="card empty"><${Icon} name="receipt" /><p>${t('receipts.none')}</p></div>`}
      ${found?.length > 0 &&
      html`
        <div class="card">
          <ul class="summaries">${found.map((summary) => html`<${Summary} key=${summary.sale} summary=${summary} />`)}</ul>
        </div>
      `}
    </main>
  `;
}
