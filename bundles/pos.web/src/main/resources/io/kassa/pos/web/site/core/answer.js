import { ownGuidance } from './guidance.js';
import { Refusal } from './refusal.js';

/** What an answer that is not good says: in the till's own words, where it has some. */
export async function understand(answer) {
  try {
    const { kind, guidance } = await answer.json();
    if (guidance?.happened) return new Refusal(answer.status, kind, guidance);
  } catch {
    // not an answer of the till: said below
  }
  return new Refusal(answer.status, 'FAILED', ownGuidance('failed'));
}
