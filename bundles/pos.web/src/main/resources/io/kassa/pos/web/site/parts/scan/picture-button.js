import { t } from '../../core/text.js';
import { html, useRef } from '../../core/view.js';
import { Button } from '../button.js';

export function PictureButton({ busy, onFile }) {
  const input = useRef();
  const choose = (event) => {
    onFile(event.target.files[0]);
    event.target.value = '';
  };
  return html`
    <input
      ref=${input}
      type="file"
      accept="image/*"
      class="unseen"
      tabindex="-1"
      aria-hidden="true"
      onChange=${choose}
      data-testid="picture-file"
    />
    <${Button} icon="picture" busy=${busy} onClick=${() => input.current.click()} testid="picture-button">${t('scan.picture')}<//>
  `;
}
