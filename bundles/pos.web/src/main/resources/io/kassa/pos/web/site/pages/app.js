import { followRegisters, start, stop } from '../core/live.js';
import { isAboutMoney, refused } from '../core/refusal.js';
import { match, place } from '../core/router.js';
import { about, session } from '../core/session.js';
import { useStore } from '../core/store.js';
import { language } from '../core/text.js';
import { html, useEffect, useLayoutEffect } from '../core/view.js';
import { Bar } from '../parts/bar.js';
import { PasswordAgain } from '../parts/password-again.js';
import { Refused } from '../parts/refused.js';
import { Strips } from '../parts/strips.js';
import { useTitle } from '../parts/title.js';
import { Login } from './login/login.js';
import { routes } from './routes.js';
import { Start } from './start.js';

export function App() {
  const { actor } = useStore(session);
  const path = useStore(place);
  // drawn anew as a whole when the language changes
  useStore(language);
  useStore(about);
  useTitle(path);
  useEffect(() => {
    if (!actor) return undefined;
    // somebody got in, perhaps in another window: a wrong PIN before that says nothing to them
    if (refused.get() && !isAboutMoney(refused.get())) refused.set(undefined);
    start();
    return stop;
  }, [actor?.name]);
  const found = actor && match(routes(actor), path);
  const register = found?.values.register;
  useLayoutEffect(() => followRegisters(register ? [register] : []), [register]);
  const Page = found?.page ?? Start;
  return html`
    <div class="frame">
      <${Strips} />
      <${Bar} actor=${actor} path=${path} />
      ${actor ? html`<div class="page"><${Page} key=${path} ...${found?.values} /></div>` : html`<div class="page"><${Login} /></div>`}
      <${PasswordAgain} />
      <${Refused} />
    </div>
  `;
}
