import { store } from '../../core/store.js';

/**
 * The refunds that were begun, or gone on with, in this page and are not put aside, by their ids. Only their questions open by
 * themselves: of another's nobody here knows whether the money is being handed out just now.
 */
export const atHand = store([]);
