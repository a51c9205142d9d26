import { useAction } from '../../core/action.js';
import { money } from '../../core/money.js';
import { beep } from '../../core/scan/sound.js';
import { session } from '../../core/session.js';
import { say, t } from '../../core/text.js';
import { html, useEffect, useState } from '../../core/view.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Problem } from '../problem.js';
import { AmountStep } from './amount-step.js';
import { ConfirmStep } from './confirm-step.js';
import { OneMoment } from './one-moment.js';
import { ReasonStep } from './reason-step.js';
import { ScanStep } from './scan-step.js';
import { TextStep } from './text-step.js';

/** Nothing while its method is away: the answer is kept, and nobody has accepted it yet. */
const sayAloud = ({ reason, waiting }) => waiting || beep(reason ? 'refused' : 'accepted');
const STEPS = { scanCode: ScanStep, enterAmount: AmountStep, enterText: TextStep, confirm: ConfirmStep };

/** Why the answer before was refused, or how the attempt ended when it did not simply work. */
export function refusalOf(attempt) {
  return (attempt?.problem ?? attempt?.ended)?.happened.code;
}

/**
 * The modal of a payment or refund under way, drawn from nothing but the till's view of it: it is gone when the attempt is.
 * `answer` and `dismiss` send; `picture` sends a picture and says whether a code was `found` in it or at least
 * `inView`; both say for which `reason` it was refused. To close the modal is to cancel, or, where there is a `putAside`, to take
 * it out of sight while it stays under way.
 */
export function Attempt({ attempt, answer, picture, dismiss, putAside }) {
  const [reasonFor, setReasonFor] = useState();
  const [send, busy] = useAction(async (given, reason) => {
    const answered = await answer({ step: attempt.step?.name ?? '', answer: given, reason });
    if (given.kind === 'scanned') sayAloud(answered);
  });
  const show = async (...sent) => {
    const answered = await picture(...sent);
    if (answered.found) sayAloud(answered);
    return answered;
  };
  const [read, reading] = useAction(dismiss ?? (() => undefined));
  // the reason was for this step; where another is asked it was taken
  useEffect(() => setReasonFor(undefined), [attempt.step?.name]);
  const subtitle = `${say(attempt.methodName)} · ${money(attempt.amount)}`;

  if (attempt.ended) {
    const ok = dismiss && html`<${Button} look="primary" busy=${reading} onClick=${read} testid="attempt-ok">${t('ok')}<//>`;
    return html`
      <${Dialog} key="ended" title=${t(`attempt.ended.${attempt.kind}`)} subtitle=${subtitle} testid="attempt" actions=${ok}>
        <${Problem} guidance=${attempt.ended} testid="attempt-ended" />
      <//>
    `;
  }
  const cancel = () => send({ kind: 'cancelled' });
  if (attempt.waiting || !attempt.step) {
    return html`<${OneMoment}
      subtitle=${subtitle}
      problem=${attempt.problem}
      busy=${busy}
      cancel=${cancel}
      close=${putAside}
    />`;
  }

  // who may not vouch is told so by the till at once, before a reason is asked
  const asksReason = (detour) => detour.attested && session.get()?.actor?.mayAttest;
  const take = (detour) => (asksReason(detour) ? setReasonFor(detour) : send({ kind: 'detoured', id: detour.id }));
  if (reasonFor && attempt.detours.some(({ id }) => id === reasonFor.id)) {
    const give = (reason) => send({ kind: 'detoured', id: reasonFor.id }, reason);
    return html`
      <${ReasonStep}
        subtitle=${subtitle}
        detour=${reasonFor}
        busy=${busy}
        onReason=${give}
        onBack=${() => setReasonFor(undefined)}
      />
    `;
  }
  const Step = STEPS[attempt.step.kind];
  const others = html`
    <${Button} busy=${busy} onClick=${cancel} testid="attempt-cancel">${t('cancel')}<//>
    ${attempt.detours.map(
      (detour) => html`
        <${Button}
          key=${detour.id}
          disabled=${busy}
          onClick=${() => take(detour)}
          testid=${`detour-${detour.id}`}
        >
          ${say(detour.label)}
        <//>
      `,
    )}
  `;
  return html`<${Step}
    key=${`${attempt.id} ${attempt.step.name}`}
    attempt=${attempt}
    step=${attempt.step}
    problem=${attempt.problem}
    subtitle=${subtitle}
    send=${send}
    busy=${busy}
    close=${putAside ?? cancel}
    others=${others}
    picture=${show}
  />`;
}
