import { api } from '../../core/api.js';
import { html, useState } from '../../core/view.js';
import { Attempt, refusalOf } from '../../parts/attempt/attempt.js';

/** The refund's step that is asked now. How a part ended stands beside the receipt, so its message can just be closed. */
export function RefundAttempt({ attempt, put, putAside }) {
  const [read, setRead] = useState(false);
  if (attempt.ended && read) return null;
  const heard = (view) => {
    const now = view?.refunds.find((refund) => refund.attempt?.id === attempt.id)?.attempt;
    return { reason: refusalOf(now), waiting: now?.waiting };
  };
  const picture = async (...sent) => {
    const { view, ...seen } = await api.pictureRefund(attempt.id, ...sent);
    put(view);
    return { ...seen, ...heard(view) };
  };
  const answer = async (given) => {
    const view = await api.answerRefund(attempt.id, given);
    put(view);
    return heard(view);
  };
  return html`<${Attempt}
    attempt=${attempt}
    answer=${answer}
    picture=${picture}
    dismiss=${async () => setRead(true)}
    putAside=${putAside}
  />`;
}
