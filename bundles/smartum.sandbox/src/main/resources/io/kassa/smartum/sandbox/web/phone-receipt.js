import {copy, crisp, h, icon, icons} from './dom.js'
import {money} from './money.js'
import {language, locale, t} from './texts.js'

const TICK = 1000
// The picture stops after half an hour; the receipt is no less good for that.
const MOVES = 30 * 60 * TICK

export function receipt({state, id, go}) {
  const payment = state.payments.find((one) => one.id === id)
  if (!payment) {
    go()
    return {view: h('div')}
  }
  const since = h('p', {class: 'since', id: 'since'})
  const live = payment.state === 'PAID'
  const view = h('div', {class: 'receipt', 'data-live': live},
    h('div', {class: 'waves', 'aria-hidden': 'true'}, h('i'), h('i'), h('i')),
    h('header', {class: 'stamp'}, h('span', {class: 'seal'}, icon(live ? icons.tick : icons.refund)),
      h('h1', {}, live ? t('paid') : standing(payment)), since),
    h('article', {class: 'slip'},
      h('p', {class: 'venue'}, payment.venueName), h('p', {class: 'city'}, payment.city),
      h('p', {class: 'total', id: 'total', 'data-cents': payment.cents}, money(payment.cents, language())),
      h('dl', {},
        row(t('benefit'), t(payment.benefit)),
        row(t('time'), moment(payment.at)),
        row(t('transaction'), h('code', {id: 'transaction'}, payment.id)),
        payment.refundedCents > 0 && row(payment.state === 'PAID' ? t('partRefunded') : standing(payment),
          h('span', {id: 'refunded'}, money(payment.refundedCents, language()))))),
    h('div', {class: 'call two'},
      h('button', {class: 'button primary big', id: 'check', onclick: () => go('check', id)}, icon(icons.code), t('check')),
      h('button', {class: 'button big', id: 'done', onclick: () => go()}, t('done'))))
  const tick = () => {
    since.textContent = t('ago', {time: elapsed(payment.at)})
    view.toggleAttribute('data-moving', live && Date.now() - Date.parse(payment.at) < MOVES)
  }
  tick()
  const timer = setInterval(tick, TICK)
  return {view, leave: () => clearInterval(timer)}
}

export function check({state, id, go}) {
  if (!state.payments.some((one) => one.id === id)) {
    go()
    return {view: h('div')}
  }
  const copier = h('button', {class: 'button', id: 'copy'}, icon(icons.copy), h('span', {}, t('copy')))
  const text = h('textarea', {id: 'receipt-text', readonly: true, rows: 3, 'aria-label': t('codeOf'), spellcheck: 'false'})
  fetch(`/receipts/${id}.txt`).then((answer) => answer.text()).then((said) => { text.value = said })
  copier.addEventListener('click', () => copy(text.value, copier, t('copied')))
  return {
    view: h('div', {class: 'check'},
      h('header', {class: 'top'}, h('h1', {}, t('show')),
        h('button', {class: 'round', id: 'close', onclick: () => go('receipt', id), 'aria-label': t('close')}, icon(icons.close))),
      crisp(h('img', {id: 'code', src: `/receipts/${id}.svg`, alt: t('codeOf')})),
      h('p', {class: 'bright'}, icon(icons.sun), t('bright')),
      text,
      h('div', {class: 'tools'}, copier,
        h('a', {class: 'button', id: 'save', href: `/receipts/${id}.png?scale=8`, download: `${id}.png`},
          icon(icons.save), h('span', {}, t('save')))))
  }
}

function standing(payment) {
  return payment.state === 'CANCELLED' ? t('cancelled') : t('refunded')
}

function row(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value))
}

function moment(at) {
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Helsinki'}).format(new Date(at))
}

function elapsed(at) {
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(at)) / TICK))
  const two = (number) => String(number).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
