import {h, send} from './dom.js'
import {money} from './money.js'

const windows = {SAME_DAY: 'Refunds: same day', ALWAYS: 'Refunds: always', NEVER: 'Refunds: never'}
const TOP_UP = 10000

let drawn = false

export function books({payments, balances, window}) {
  if (!drawn) {
    drawn = true
    draw(balances)
  }
  document.getElementById('window').value = window
  document.getElementById('payments').replaceChildren(
    head('Time', 'Transaction', 'Venue', 'Benefit', 'Amount', 'Refunded', 'State', ''),
    h('tbody', {}, payments.length > 0 ? payments.map(row) : h('tr', {}, h('td', {colspan: 8, class: 'empty'}, 'Nothing paid yet.'))))
}

function draw(balances) {
  const choose = () => send('POST', '/control/settings', {window: choice.value})
  const choice = h('select', {id: 'window', 'aria-label': 'Refund window', onchange: choose},
    Object.entries(windows).map(([value, label]) => h('option', {value}, label)))
  const account = h('select', {'aria-label': 'Account'}, Object.keys(balances).map((benefit) => h('option', {value: benefit}, benefit)))
  document.getElementById('operator').replaceChildren(choice, account, h('button', {
    class: 'button', type: 'button', onclick: () => send('POST', `/control/accounts/${account.value}`, {cents: TOP_UP})
  }, `Top up ${money(TOP_UP, 'en')}`))
}

function row(payment) {
  const open = payment.cents - payment.refundedCents
  return h('tr', {'data-payment': payment.id},
    h('td', {}, new Date(payment.at).toLocaleString('en-GB', {dateStyle: 'short', timeStyle: 'medium'})),
    h('td', {}, h('code', {}, payment.id)),
    h('td', {}, payment.venueName, payment.payer === 'STRANGER' && h('small', {}, 'a stranger’s')),
    h('td', {}, payment.benefit),
    h('td', {class: 'number'}, money(payment.cents, 'en'), payment.cardCents > 0 && h('small', {}, `card ${money(payment.cardCents, 'en')}`)),
    h('td', {class: 'number'}, payment.refundedCents > 0 ? money(payment.refundedCents, 'en') : ''),
    h('td', {}, h('span', {class: `state ${payment.state.toLowerCase()}`}, payment.state.toLowerCase())),
    h('td', {class: 'acts'},
      open > 0 && h('button', {
        class: 'button small', type: 'button', onclick: () => send('POST', `/control/payments/${payment.id}/refund`, {cents: open})
      }, 'Refund'),
      payment.refundedCents === 0 && h('button', {
        class: 'button small danger', type: 'button', onclick: () => send('POST', `/control/payments/${payment.id}/cancel`, {})
      }, 'Cancel')))
}

export function head(...names) {
  return h('thead', {}, h('tr', {}, names.map((name) => h('th', {scope: 'col'}, name))))
}
