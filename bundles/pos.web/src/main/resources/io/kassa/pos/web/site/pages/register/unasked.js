import { api } from '../../core/api.js';
import { useAction, useQueue } from '../../core/action.js';
import { ownGuidance } from '../../core/guidance.js';
import { freshId } from '../../core/ids.js';
import { productNumber } from '../../core/scan/product.js';
import { isRepeated, noteScan } from '../../core/scan/repeated.js';
import { beep } from '../../core/scan/sound.js';
import { say, t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { refusalOf } from '../../parts/attempt/attempt.js';
import { Button } from '../../parts/button.js';
import { Dialog, isDialogOpen } from '../../parts/dialog.js';
import { Problem } from '../../parts/problem.js';
import { useScannerTyping } from '../../parts/scan/use-scanner-typing.js';

/**
 * What a hand scanner reads while no payment asks for a code: a product's number sells the product; anything else is offered to
 * the methods that take codes, since a cashier may have forgotten the button. It is sent nowhere before somebody says so.
 */
export function Unasked({ view, sale, put }) {
  const [offered, setOffered] = useState();
  const [sell] = useQueue(async (gtin) => put(await api.addScanned(view.id, gtin)));
  useScannerTyping((text, onUsKeyboard) => {
    const product = productNumber(text) ?? productNumber(onUsKeyboard);
    if (product) sell(product);
    else if (!isRepeated(text)) setOffered({ text, sale: sale?.id });
  }, nothingElseListens);
  // it was scanned for that sale, and for no other
  if (!offered || offered.sale !== sale?.id) return null;
  return html`<${Offer} view=${view} sale=${sale} put=${put} code=${offered.text} onClose=${() => setOffered(undefined)} />`;
}

/** A field that is typed in, or a dialog, has the keys for itself. */
function nothingElseListens(event) {
  return !isDialogOpen() && !event?.target.closest?.('input, textarea, select, [contenteditable]');
}

function Offer({ view, sale, put, code, onClose }) {
  const ways = view.methods.filter(({ ready, takesCodes }) => ready && takesCodes);
  const [pay, busy] = useAction(async (method) => {
    const attempt = freshId();
    const begun = await api.pay(view.id, sale.id, attempt, method.id);
    onClose();
    put(begun);
    const step = begun.attempt?.id === attempt ? begun.attempt.step : undefined;
    if (step?.kind !== 'scanCode') return;
    noteScan(code);
    const paid = await api.answer(view.id, attempt, { step: step.name, answer: { kind: 'scanned', code } });
    put(paid);
    if (!paid.attempt?.waiting) beep(refusalOf(paid.attempt) ? 'refused' : 'accepted');
  });
  const actions = html`
    <${Button} onClick=${onClose} testid="unasked-no">${t(ways.length > 0 ? 'unasked.no' : 'close')}<//>
    ${ways.map(
      (method) => html`
        <${Button}
          key=${method.id}
          look="primary"
          busy=${busy}
          onClick=${() => pay(method)}
          testid=${`unasked-${method.id}`}
        >
          ${t('unasked.pay', { name: say(method.name) })}
        <//>
      `,
    )}
  `;
  return html`
    <${Dialog} title=${t('unasked.title')} testid="unasked" onClose=${onClose} actions=${actions}>
      ${ways.length > 0 ? html`<p>${t('unasked.text')}</p>` : html`<${Problem} guidance=${ownGuidance('unasked.nothing')} />`}
    <//>
  `;
}
