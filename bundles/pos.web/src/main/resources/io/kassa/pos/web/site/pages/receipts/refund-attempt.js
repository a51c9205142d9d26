import { api } from '../../core/api.js';
import { html, useState } from '../../core/view.js';
import { Attempt } from '../../parts/attempt/attempt.js';

/** The refund's step that is asked now. How a part ended stands beside the receipt, so its message can just be closed. */
export function RefundAttempt({ attempt, put, again }) {
  const [read, setRead] = useState(false);
  if (attempt.ended && read) return null;
  const picture = async (...sent) => {
    const { found, view } = await api.pictureRefund(attempt.id, ...sent);
    put(view);
    const asked = view?.refunds.find((refund) => refund.attempt?.id === attempt.id);
    return { found, reason: asked?.attempt.problem?.happened.code };
  };
  return html`<${Attempt}
    attempt=${attempt}
    answer=${async (given) => put(await api.answerRefund(attempt.id, given))}
    picture=${picture}
    again=${again}
    dismiss=${async () => setRead(true)}
  />`;
}
