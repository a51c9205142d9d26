import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { session } from '../../core/session.js';
import { useStore } from '../../core/store.js';
import { dateTime, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Problem } from '../../parts/problem.js';
import { Resolve } from './resolve.js';
import { Settle } from './settle.js';

/** Something that did not end as it should: asked again by itself while that helps, closed by a person's word. */
export function Case({ entry, put }) {
  const { actor } = useStore(session);
  const [resolving, setResolving] = useState(false);
  const [inquire, asking] = useAction(() => api.inquire(entry.attempt));
  return html`
    <li class="entry tall" data-testid="case" data-case=${entry.id}>
      <div class="row apart">
        <a class="link" href=${`/receipts/${encodeURIComponent(entry.sale)}`}><strong>${entry.sale}</strong></a>
        <span class="small soft">${t('case.since', { time: dateTime(entry.since) })}</span>
      </div>
      <${Problem} guidance=${entry.guidance} look="doubt" />
      <div class="row apart">
        <span class="small soft">${entry.nextInquiry ? t('case.next', { time: dateTime(entry.nextInquiry) }) : t('case.noNext')}</span>
        <span class="row">
          ${entry.nextInquiry &&
          html`
            <${Button} icon="refresh" busy=${asking} testid="case-inquire" onClick=${inquire}>${t('refund.askNow')}<//>
          `}
          ${actor?.role === 'ADMIN' &&
          html`
            <${Button}
              icon="check"
              testid=${entry.undecided ? 'case-settle' : 'case-resolve'}
              onClick=${() => setResolving(true)}
            >
              ${t(entry.undecided ? 'case.settle' : 'case.resolve')}
            <//>
          `}
        </span>
      </div>
      ${resolving && html`<${entry.undecided ? Settle : Resolve} entry=${entry} put=${put} onClose=${() => setResolving(false)} />`}
    </li>
  `;
}
