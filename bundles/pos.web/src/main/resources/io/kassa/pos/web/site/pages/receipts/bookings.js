import { say, t } from '../../core/text.js';
import { html } from '../../core/view.js';
import { Money } from '../../parts/money.js';

/** On which accounts a sale is booked, a surplus on its own; what went back stands below zero. */
export function Bookings({ bookings }) {
  return html`
    <section class="card padded stack" data-testid="bookings">
      <h2>${t('bookings.title')}</h2>
      <ul class="stack">
        ${bookings.map(
          ({ attempt, method, kind, account, amount }) => html`
            <li class="row apart" key=${`${attempt} ${kind}`} data-testid="booking" data-kind=${kind}>
              <span class="grow">${say(method)} <span class="small soft">${t(`bookings.${kind}`)}</span></span>
              <span class="mono small soft" data-testid="booking-account">${account || t('bookings.none')}</span>
              <${Money} of=${amount} testid="booking-amount" />
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
