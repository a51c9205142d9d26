import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { t, time } from '../../core/text.js';
import { html, useState } from '../../core/view.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { SerialDialog } from './serial-dialog.js';

const LOOKS = { OPEN: 'ok', ABSENT: 'warn' };

/** The scanners at serial ports of the till's machine: which register has one, how it is, and what came in last. */
export function Serial() {
  const { value, problem, put, refresh } = useLiveView(['SCANNER', 'SETUP'], undefined, api.serialScanners);
  const [chosen, setChosen] = useState();
  const place = value?.registers.find(({ register }) => register === chosen);
  const choose = (register) => {
    refresh();
    setChosen(register);
  };
  return html`
    <section class="card padded stack" data-testid="serial">
      <div><h2>${t('serial')}</h2><p class="soft">${t('serial.text')}</p></div>
      ${!value && html`<${Loading} problem=${problem} />`}
      ${value && !value.there && html`<p class="note error" data-testid="serial-nothing">${t('serial.nothing')}</p>`}
      <ol class="entries framed">
        ${value?.registers.map((each) => html`<${Place} key=${each.register} place=${each} there=${value.there} onSet=${choose} />`)}
      </ol>
      ${place && html`<${SerialDialog} place=${place} devices=${value.devices} put=${put} onClose=${() => setChosen(undefined)} />`}
    </section>
  `;
}

function Place({ place: { register, name, scanner }, there, onSet }) {
  const state = scanner?.state;
  return html`
    <li class="entry" data-testid="serial-register" data-register=${register} data-state=${state ?? 'NONE'}>
      <div class="grow stack tight" aria-live="polite">
        <strong>${name}</strong>
        ${!scanner && html`<span class="soft small">${t('serial.off')}</span>`}
        ${scanner && html`<span class="small mono">${scanner.settings.port}</span>`}
        ${scanner && state !== 'OPEN' && html`<span class="small" data-testid="serial-advice">${t(`serial.advice.${state}`)}</span>`}
        ${scanner?.last && html`<${Last} last=${scanner.last} />`}
        ${state === 'OPEN' && !scanner.last && html`<span class="soft small">${t('serial.try')}</span>`}
      </div>
      ${scanner && html`<span class=${`chip ${LOOKS[state] ?? 'danger'}`} data-testid="serial-state">${t(`serial.state.${state}`)}</span>`}
      <${Button} testid="serial-set" disabled=${!there} onClick=${() => onSet(register)}>${t('serial.set')}<//>
    </li>
  `;
}

/** What came in last; of a code no more than the camera's test shows of one. */
function Last({ last: { at, code, unreadable } }) {
  if (unreadable) return html`<span class="small" data-testid="serial-last" data-why=${unreadable}>${time(at)}: ${t(`serial.why.${unreadable}`)}</span>`;
  const ends = code.start ? `${code.start} … ${code.end}` : t('scanner.hidden');
  return html`
    <span class="small" data-testid="serial-last" data-kind=${code.kind}>
      ${time(at)}: ${t(`scanner.kind.${code.kind}`)}, ${t('serial.characters', { n: code.length })}, <span class="mono">${ends}</span>
    </span>
  `;
}
