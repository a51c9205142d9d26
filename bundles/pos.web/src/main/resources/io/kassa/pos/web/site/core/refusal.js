import { store } from './store.js';

/** What the till refused, in the three parts of its guidance; or that it could not be reached, in the pages' own words. */
export class Refusal extends Error {
  constructor(status, kind, guidance) {
    super(`${status} ${kind}`);
    this.status = status;
    this.kind = kind;
    this.guidance = guidance;
  }
}

/** The refusal that stands on the screen until a person has read it. */
export const refused = store(undefined);

/** Whether any money is, or may be, under way or booked; of a wrong PIN it is not. */
export function isAboutMoney({ guidance }) {
  return guidance.money.code !== 'money.not-moved';
}

/** Shows a refusal; anything else is a bug and goes to the console as one. */
export function show(error) {
  if (!(error instanceof Refusal)) throw error;
  refused.set(error);
}
