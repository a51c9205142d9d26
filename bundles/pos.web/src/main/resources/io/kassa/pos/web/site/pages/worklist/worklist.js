import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';
import { Loading } from '../../parts/loading.js';
import { Verify } from '../../parts/verify.js';
import { Case } from './case.js';
import { Unfinished } from './unfinished.js';
import { UnusedPayment } from './unused-payment.js';
import { Unverified } from './unverified.js';

/** Things that a person has to look at; nothing leaves this page by itself unless it came right. */
export function Worklist() {
  const { value: list, problem, put } = useLiveView(['WORKLIST'], undefined, api.worklist);
  const [verifying, setVerifying] = useState();
  if (!list) return html`<${Loading} problem=${problem} />`;
  const nothing = Object.values(list).flat().length === 0;
  return html`
    <main class="sheet" data-testid="worklist">
      <header class="page-head"><div><h1>${t('worklist.title')}</h1><p>${t('worklist.text')}</p></div></header>
      ${nothing &&
      html`
        <div class="card empty"><${Icon} name="check" /><p data-testid="worklist-empty">${t('worklist.nothing')}</p></div>
      `}
      <${Section}
        name="cases"
        entries=${list.cases}
        draw=${(entry) => html`<${Case} key=${entry.id} entry=${entry} put=${put} />`}
      />
      <${Section}
        name="unfinished"
        entries=${list.unfinished}
        draw=${(entry) => html`<${Unfinished} key=${entry.refund} entry=${entry} />`}
      />
      <${Section}
        name="unused"
        entries=${list.unused}
        draw=${(entry) => html`<${UnusedPayment} key=${entry.attempt} entry=${entry} />`}
      />
      <${Section}
        name="unverified"
        entries=${list.unverified}
        draw=${(entry) => html`<${Unverified} key=${entry.attempt} entry=${entry} onVerify=${() => setVerifying(entry)} />`}
      />
      ${verifying && html`<${Verify} payment=${verifying} amount=${verifying.amount} onClose=${() => setVerifying(undefined)} />`}
    </main>
  `;
}

function Section({ name, entries, draw }) {
  if (entries.length === 0) return null;
  return html`
    <section class="stack tight" data-testid=${`worklist-${name}`}>
      <h2>${t(`worklist.${name}`)} <span class="count">${entries.length}</span></h2>
      <p class="soft">${t(`worklist.${name}.text`)}</p>
      <ul class="card entries">${entries.map(draw)}</ul>
    </section>
  `;
}
