import { t } from '../core/text.js';
import { html } from '../core/view.js';
import { Icon } from './icon.js';
import { Problem } from './problem.js';

/** Stands where a page will be, or says why it cannot be shown. */
export function Loading({ problem }) {
  if (problem) return html`<div class="sheet"><${Problem} guidance=${problem} /></div>`;
  return html`<div class="empty grow" role="status"><${Icon} name="wait" turning /><p>${t('loading')}</p></div>`;
}
