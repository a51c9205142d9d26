import { api } from '../../core/api.js';
import { useLiveView } from '../../core/live-view.js';
import { say, t } from '../../core/text.js';
import { html, useEffect, useRef } from '../../core/view.js';
import { Deployments } from './deployments.js';
import { Health } from './health.js';
import { Methods } from './methods.js';
import { People } from './people.js';
import { Plugin } from './plugin.js';
import { Products } from './products.js';
import { Registers } from './registers.js';
import { Scanner } from './scanner.js';

const SECTIONS = { methods: Methods, registers: Registers, products: Products, people: People, scanner: Scanner, health: Health };
const PLUGINS = 'plug-ins';
const PLUGIN = 'plugin';

export function Configuration({ section = 'methods', item }) {
  const { value: forms, problem, put } = useLiveView(['SETUP'], undefined, api.forms);
  const Section = section === PLUGINS ? Deployments : SECTIONS[section];
  const side = useRef();
  // on a phone the sections are a row, which may begin elsewhere
  useEffect(() => side.current.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [Boolean(forms)]);
  const form = section === PLUGIN ? forms?.find(({ factoryPid }) => factoryPid === item) : undefined;
  return html`
    <div class="office">
      <nav ref=${side} class="side" aria-label=${t('nav.configuration')}>
        ${Object.keys(SECTIONS).map(
          (name) => html`
            <a
              key=${name}
              href=${`/configuration/${name}`}
              aria-current=${name === section ? 'page' : undefined}
              data-testid=${`config-${name}`}
            >
              ${t(`config.${name}`)}
            </a>
          `,
        )}
        <h2>${t('config.plugins')}</h2>
        ${forms?.map(
          ({ factoryPid, name }) => html`
            <a
              key=${factoryPid}
              href=${`/configuration/plugin/${encodeURIComponent(factoryPid)}`}
              aria-current=${factoryPid === item ? 'page' : undefined}
              data-testid="config-plugin"
              data-pid=${factoryPid}
            >
              ${say(name)}
            </a>
          `,
        )}
        <a
          href=${`/configuration/${PLUGINS}`}
          aria-current=${section === PLUGINS ? 'page' : undefined}
          data-testid="config-deployments"
        >
          ${t('config.deployments')}
        </a>
      </nav>
      <main class="office-page">
        ${Section && html`<${Section} forms=${forms} />`}
        ${section === PLUGIN && html`<${Plugin} key=${item} form=${form} loaded=${Boolean(forms)} problem=${problem} put=${put} />`}
        ${!Section && section !== PLUGIN && html`<div class="sheet"><p class="card padded soft" data-testid="no-such-page">${t('config.unknown')}</p></div>`}
      </main>
    </div>
  `;
}
