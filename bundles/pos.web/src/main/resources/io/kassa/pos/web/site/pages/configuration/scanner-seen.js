import { t } from '../../core/text.js';
import { html } from '../../core/view.js';

/** What was read last: kind, length and ends, and how well it was read. */
export function Seen({ seen, share }) {
  const { code, size, whole, tries } = seen ?? {};
  const facts = code && [
    ['kind', t(`scanner.kind.${code.kind}`)],
    ['length', code.length],
    ['ends', code.start ? html`<span class="mono">${code.start} … ${code.end}</span>` : t('scanner.hidden')],
    ['stage', t(`scanner.stage.${code.stage}`)],
    ['millis', t('scanner.millis.value', { reading: code.millis, whole })],
    ['size', t('scanner.size.value', size)],
    ['tries', tries],
  ];
  return html`
    <div class="scanner-seen" data-testid="scanner-seen" data-kind=${code?.kind} data-stage=${code?.stage}>
      ${!facts && html`<p class="soft">${t('scanner.none')}</p>`}
      ${facts &&
      html`
        <dl class="facts">
          ${facts.map(
            ([name, value]) => html`
              <dt key=${`${name}?`}>${t(`scanner.${name}`)}</dt>
              <dd key=${name} data-testid=${`scanner-${name}`}>${value}</dd>
            `,
          )}
        </dl>
      `}
      ${share.all > 0 && html`<p data-testid="scanner-share"><strong>${t('scanner.share', share)}</strong></p>`}
    </div>
  `;
}
