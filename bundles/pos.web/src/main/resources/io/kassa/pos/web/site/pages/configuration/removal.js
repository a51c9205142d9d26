import { dateTime, say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Icon } from '../../parts/icon.js';

/** What deleting a configuration would mean for the payments that its method took. */
export function Removal({ removal }) {
  const { keeper, refundable, newest, open, unknown } = removal;
  const left = [
    refundable > 0 && t('plugin.delete.refundable', { n: refundable, newest: dateTime(newest) }),
    open > 0 && t('plugin.delete.open', { n: open }),
    unknown > 0 && t('plugin.delete.unknown', { n: unknown }),
  ].filter(Boolean);
  return html`
    <p>${t('plugin.deleteText')}</p>
    ${keeper &&
    html`
      <p data-testid="delete-keeper">${t('plugin.delete.keeper', { name: say(keeper.name), id: keeper.method })}</p>
    `}
    ${left.length > 0 &&
    html`
      <div class="note warning" data-testid="delete-left">
        <${Icon} name="alert" />
        <div class="stack tight">
          <strong>${t(keeper ? 'plugin.delete.leftBeside' : 'plugin.delete.left')}</strong>
          <ul>${left.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
        </div>
      </div>
      <p class="small soft" data-testid="delete-waits">${t('plugin.delete.waits')}</p>
    `}
    ${!keeper && left.length === 0 && html`<p data-testid="delete-nothing">${t('plugin.delete.nothing')}</p>`}
  `;
}
