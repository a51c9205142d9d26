import {h, icon, icons} from './dom.js'
import {money} from './money.js'
import {language, locale, t} from './texts.js'

// What the balances were when they were last drawn: a change is shown as one.
let shown = {}

const order = ['exercise', 'massage', 'lunch', 'culture']

export function home({state, go}) {
  const view = h('div', {class: 'home'},
    h('header', {class: 'greeting'}, h('p', {}, t('hello', {name: state.customer})), h('h1', {}, t('balances'))),
    h('ul', {class: 'balances'},
      order.filter((benefit) => benefit in state.balances).map((benefit) => balance(benefit, state.balances[benefit]))),
    h('div', {class: 'call'},
      h('button', {class: 'button primary big', id: 'pay', onclick: () => go('venues')}, t('pay'))),
    h('section', {class: 'history'}, h('h2', {}, t('history')), history(state.payments, go)))
  shown = {...state.balances}
  return {view}
}

function balance(benefit, cents) {
  const grown = shown[benefit] !== undefined && shown[benefit] < cents
  return h('li', {class: `balance ${benefit}`, 'data-grown': grown},
    h('span', {class: 'badge'}, icon(icons[benefit])),
    h('span', {class: 'name'}, t(benefit)),
    h('span', {class: 'amount', id: `balance-${benefit}`, 'data-cents': cents}, money(cents, language())))
}

function history(payments, go) {
  if (payments.length === 0) {
    return h('p', {class: 'empty'}, t('nothing'))
  }
  return h('ul', {}, payments.flatMap((payment) => [...payment.refunds.slice().reverse().map((refund) => back(payment, refund)),
    line(payment, go)]))
}

function line(payment, go) {
  const state = payment.state === 'CANCELLED' ? t('cancelled') : undefined
  return h('li', {},
    h('button', {class: 'entry', 'data-payment': payment.id, onclick: () => go('receipt', payment.id)},
      h('span', {class: `badge ${payment.benefit}`}, icon(icons[payment.benefit])),
      h('span', {class: 'what'}, h('strong', {}, payment.venueName), h('span', {}, state ?? moment(payment.at))),
      h('span', {class: 'amount', 'data-void': payment.state === 'CANCELLED'}, money(-payment.cents, language()))))
}

function back(payment, refund) {
  return h('li', {class: 'entry', 'data-refund': refund.id},
    h('span', {class: 'badge back'}, icon(icons.refund)),
    h('span', {class: 'what'}, h('strong', {}, payment.venueName), h('span', {}, `${t('refund')} · ${moment(refund.at)}`)),
    h('span', {class: 'amount plus'}, `+${money(refund.cents, language())}`))
}

export function moment(at) {
  const time = new Date(at)
  const clock = new Intl.DateTimeFormat(locale(), {hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Helsinki'}).format(time)
  const today = time.toDateString() === new Date().toDateString()
  const date = new Intl.DateTimeFormat(locale(), {day: 'numeric', month: 'numeric', timeZone: 'Europe/Helsinki'})
  const day = today ? t('today') : date.format(time)
  return `${day} ${clock}`
}
