// The customer's phone: which screen is up stands in the address, what it shows comes from the sandbox.
import {getJson, h} from './dom.js'
import {money} from './money.js'
import {language, languages, speak, t} from './texts.js'
import {home} from './phone-home.js'
import {checkout, pay, venues} from './phone-pay.js'
import {check, receipt} from './phone-receipt.js'

const screen = document.getElementById('screen')
const toasts = document.getElementById('toasts')
const screens = {'': home, venues, pay, checkout, receipt, check}
const typing = new Set(['venues', 'pay', 'checkout'])

let state
let leave = () => {}

export function go(...path) {
  location.hash = `/${path.join('/')}`
}

function where() {
  return location.hash.replace(/^#\/?/, '').split('/')
}

function draw() {
  const [name, id] = where()
  leave()
  const drawn = (screens[name] ?? home)({state, id, go, reload})
  leave = drawn.leave ?? (() => {})
  document.body.dataset.screen = name || 'home'
  screen.replaceChildren(drawn.view)
  screen.scrollTop = 0
  screen.querySelector('[data-focus]')?.focus({preventScroll: true})
}

async function reload() {
  state = await getJson('/phone/state')
}

async function refresh() {
  await reload()
  if (!typing.has(where()[0])) {
    const scrolled = screen.scrollTop
    draw()
    screen.scrollTop = scrolled
  }
}

function toast(title, detail) {
  const note = h('div', {class: 'toast'}, h('strong', {}, title), h('span', {}, detail))
  toasts.append(note)
  setTimeout(() => note.remove(), 6000)
}

async function cameBack(payment, cents) {
  await refresh()
  const mine = state.payments.find((one) => one.id === payment)
  if (mine) {
    toast(t('cameBack', {amount: money(cents ?? mine.cents, language())}), t('from', {venue: mine.venueName}))
  }
}

function listen() {
  const events = new EventSource('/events')
  const offline = h('div', {class: 'toast quiet', id: 'offline', hidden: true}, t('offline'))
  toasts.append(offline)
  events.addEventListener('hello', () => { offline.hidden = true; refresh() })
  events.addEventListener('books', refresh)
  events.addEventListener('refunded', ({data}) => {
    const {payment, cents} = JSON.parse(data)
    cameBack(payment, cents)
  })
  events.addEventListener('cancelled', ({data}) => cameBack(JSON.parse(data).payment))
  events.addEventListener('error', () => { offline.hidden = false })
}

function deskBar() {
  const choices = languages.map((one) => h('button', {
    type: 'button',
    'data-language': one,
    'aria-pressed': String(one === language()),
    onclick: () => { speak(one); deskBar(); draw() }
  }, one.toUpperCase()))
  document.getElementById('desk-bar').replaceChildren(
    h('div', {}, h('strong', {}, t('desk')), h('span', {}, t('pretend'))),
    h('nav', {}, h('div', {class: 'languages', role: 'group', 'aria-label': t('language')}, choices),
      h('a', {class: 'button', href: '/panel', target: 'panel'}, t('panel'))))
}

speak(language())
deskBar()
await reload()
draw()
addEventListener('hashchange', draw)
listen()
