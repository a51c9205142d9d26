import { api } from '../../core/api.js';
import { useAction } from '../../core/action.js';
import { t } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Icon } from '../../parts/icon.js';
import { TextField } from '../../parts/text-field.js';

const SPEEDS = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200];
const ENDINGS = ['CR', 'LF', 'CRLF', 'ETX', 'PAUSE'];
const PARITIES = ['NONE', 'EVEN', 'ODD'];
const USUAL = { port: '', baud: 9600, dataBits: 8, parity: 'NONE', stopBits: 1, ending: 'CR', prefix: '' };

/** How a register's serial scanner speaks. What most scanners come set to stands there already. */
export function SerialDialog({ place, devices, put, onClose }) {
  const [settings, setSettings] = useState(place.scanner?.settings ?? { ...USUAL, port: devices[0]?.port ?? '' });
  const set = (key) => (value) => setSettings((before) => ({ ...before, [key]: value }));
  const number = (key) => (value) => set(key)(Number(value));
  const [save, saving] = useAction(async () => {
    put(await api.useSerialScanner(place.register, { ...settings, port: settings.port.trim() }));
    onClose();
  });
  const [remove, removing] = useAction(async () => {
    put(await api.stopSerialScanner(place.register));
    onClose();
  });
  const removal = html`
    <${Button} icon="trash" busy=${removing} onClick=${remove} testid="serial-remove">${t('serial.remove')}<//>
  `;
  return html`
    <${FormDialog}
      title=${t('serial.title')}
      subtitle=${place.name}
      name="serial"
      ready=${settings.port.trim()}
      busy=${saving}
      save=${save}
      more=${place.scanner && removal}
      onClose=${onClose}
    >
      <${TextField}
        label=${t('serial.port')}
        help=${t('serial.port.help')}
        list="serial-devices"
        maxlength="255"
        autocomplete="off"
        value=${settings.port}
        onValue=${set('port')}
        testid="serial-port"
      />
      <datalist id="serial-devices">
        ${devices.map(({ port, name }) => html`<option key=${port} value=${port}>${name}</option>`)}
      </datalist>
      <ul class="small" data-testid="serial-devices">
        ${devices.map(({ port, name }) => html`<li key=${port}><span class="mono">${port}</span> ${name}</li>`)}
        ${devices.length === 0 && html`<li class="soft">${t('serial.noDevices')}</li>`}
      </ul>
      <${Choice} label=${t('serial.baud')} value=${settings.baud} values=${SPEEDS} onValue=${number('baud')} testid="serial-baud" />
      <${Choice}
        label=${t('serial.ending')}
        value=${settings.ending}
        values=${ENDINGS}
        words=${(each) => t(`serial.ending.${each}`)}
        onValue=${set('ending')}
        testid="serial-ending"
      />
      <details class="advanced">
        <summary><${Icon} name="next" />${t('plugin.advanced')}</summary>
        <div class="stack">
          <${Choice}
            label=${t('serial.dataBits')}
            value=${settings.dataBits}
            values=${[7, 8]}
            onValue=${number('dataBits')}
            testid="serial-data-bits"
          />
          <${Choice}
            label=${t('serial.parity')}
            value=${settings.parity}
            values=${PARITIES}
            words=${(each) => t(`serial.parity.${each}`)}
            onValue=${set('parity')}
            testid="serial-parity"
          />
          <${Choice}
            label=${t('serial.stopBits')}
            value=${settings.stopBits}
            values=${[1, 2]}
            onValue=${number('stopBits')}
            testid="serial-stop-bits"
          />
          <${TextField}
            label=${t('serial.prefix')}
            help=${t('serial.prefix.help')}
            maxlength="16"
            autocomplete="off"
            value=${settings.prefix}
            onValue=${set('prefix')}
            testid="serial-prefix"
          />
        </div>
      </details>
    <//>
  `;
}

function Choice({ label, value, values, words = String, onValue, testid }) {
  return html`
    <div class="field">
      <label for=${testid}>${label}</label>
      <select id=${testid} class="select" value=${String(value)} onChange=${(event) => onValue(event.target.value)} data-testid=${testid}>
        ${values.map((each) => html`<option key=${each} value=${String(each)}>${words(each)}</option>`)}
      </select>
    </div>
  `;
}
