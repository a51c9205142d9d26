import { loadAbout, loadSession } from './core/session.js';
import { loadTexts } from './core/text.js';
import { html, render } from './core/view.js';
import { App } from './pages/app.js';
import { loadIcons } from './parts/icon.js';

await Promise.all([loadTexts(), loadSession(), loadAbout(), loadIcons()]);
render(html`<${App} />`, document.getElementById('app'));
