import { understand } from './answer.js';
import { ownGuidance } from './guidance.js';
import { Refusal } from './refusal.js';
import { forget, loadSession, session } from './session.js';

const METHODS_WITHOUT_TOKEN = ['GET'];
const OLD_TOKEN = 'web.old-page';

/** Asks the till. A refusal is thrown as a Refusal with the till's own words. */
export async function ask(method, path, body, headers = {}) {
  const asked = session.get();
  try {
    return await askOnce(method, path, body, headers);
  } catch (error) {
    // the till was started again and has other tokens; it did nothing yet, and the same person may say it once more
    if (error.guidance?.happened.code !== OLD_TOKEN || !(await sameAfterReload(asked))) throw error;
    return askOnce(method, path, body, headers);
  }
}

/** Compared with what it was asked with: another answer may have brought the new token already. */
async function sameAfterReload(asked) {
  try {
    await loadSession();
  } catch {
    // what the till refused is what the page has to say
    return false;
  }
  const now = session.get();
  return now.csrf !== asked?.csrf && now.actor?.name === asked?.actor?.name;
}

async function askOnce(method, path, body, headers) {
  const token = session.get()?.csrf;
  const sent = { Accept: 'application/json', ...headers };
  if (!METHODS_WITHOUT_TOKEN.includes(method)) sent['X-Csrf-Token'] = token ?? '';
  let content = body;
  if (body !== undefined && !(body instanceof Blob)) {
    sent['Content-Type'] = 'application/json';
    content = JSON.stringify(body);
  }
  const answer = await reach(path, { method, headers: sent, body: content, cache: 'no-store' });
  if (answer.ok) return answer.status === 204 ? undefined : answer.json();
  const refusal = await understand(answer);
  // unless somebody logged in while the answer was on its way
  if (refusal.kind === 'NOT_LOGGED_IN' && token === session.get()?.csrf) forget();
  throw refusal;
}

async function reach(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    // the command may have arrived: the page says so, and the view that comes with the connection tells
    throw new Refusal(0, 'UNREACHED', ownGuidance('unreached'));
  }
}
