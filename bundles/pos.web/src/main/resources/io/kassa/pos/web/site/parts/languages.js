import { useStore } from '../core/store.js';
import { LANGUAGE_NAMES, LANGUAGES, language, speak, t } from '../core/text.js';
import { html } from '../core/view.js';

export function Languages() {
  const spoken = useStore(language);
  return html`
    <div class="segments" role="group" aria-label=${t('language')}>
      ${LANGUAGES.map(
        (tag) => html`
          <button
            key=${tag}
            lang=${tag}
            title=${LANGUAGE_NAMES[tag]}
            aria-label=${LANGUAGE_NAMES[tag]}
            aria-pressed=${tag === spoken ? 'true' : 'false'}
            onClick=${() => speak(tag)}
            data-testid=${`language-${tag}`}
          >
            ${tag.toUpperCase()}
          </button>
        `,
      )}
    </div>
  `;
}
