import { Refusal } from './refusal.js';
import { store } from './store.js';

/** The request for the password that stands on the screen: `{settle}` takes true once it was said, false if given up. */
export const passwordWanted = store(undefined);

/** Runs a command; when the till wants the password again, asks for it and runs the same once more. */
export async function withPassword(command) {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'PASSWORD_AGAIN') throw error;
    const said = await new Promise((settle) => passwordWanted.set({ settle }));
    passwordWanted.set(undefined);
    return said ? command() : undefined;
  }
}
