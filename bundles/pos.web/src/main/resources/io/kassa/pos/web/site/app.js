import { Refusal } from './core/refusal.js';
import { loadAbout, loadSession } from './core/session.js';
import { loadTexts } from './core/text.js';
import { html, render } from './core/view.js';
import { App } from './pages/app.js';
import { loadIcons } from './parts/icon.js';
import { Loading } from './parts/loading.js';

const AGAIN_MILLIS = 2000;
const place = document.getElementById('app');

/** Says why it is closed, and looks again, until it is open. */
async function enter() {
  try {
    await Promise.all([loadSession(), loadAbout()]);
  } catch (closed) {
    if (!(closed instanceof Refusal)) throw closed;
    render(html`<main class="frame" data-testid="closed"><${Loading} problem=${closed.guidance} /></main>`, place);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
    await enter();
  }
}

await Promise.all([loadTexts(), loadIcons()]);
await enter();
render(html`<${App} />`, place);
