import {copy, crisp, h, icon, icons, send} from './dom.js'
import {cents, money} from './money.js'

const order = {}
let drawn = false

export function receipts({venues, specials, issued}) {
  if (!drawn) {
    drawn = true
    form(venues)
    document.getElementById('specials').replaceChildren(...specials.map(tile))
    show(issued[0])
  }
}

function form(venues) {
  const venue = h('select', {id: 'special-venue'}, venues.map((one) => h('option', {value: one.id}, one.name)))
  const benefit = h('select', {id: 'special-benefit'})
  const amount = h('input', {id: 'special-amount', value: '10.00', inputmode: 'decimal', size: 8})
  const fill = () => benefit.replaceChildren(...venues.find((one) => one.id === venue.value).benefits
    .map((one) => h('option', {value: one}, one)))
  venue.addEventListener('change', fill)
  fill()
  Object.assign(order, {venue, benefit, amount})
  document.getElementById('order').replaceChildren(
    h('label', {}, h('span', {}, 'Venue'), venue), h('label', {}, h('span', {}, 'Benefit'), benefit),
    h('label', {}, h('span', {}, 'Amount, €'), amount))
}

function tile({kind, title, meaning}) {
  return h('li', {class: 'tile'}, h('button', {type: 'button', 'data-special': kind, onclick: () => issue(kind)},
    h('strong', {}, title), h('span', {}, meaning)))
}

async function issue(kind) {
  const amount = cents(order.amount.value)
  order.amount.classList.toggle('bad', amount === undefined)
  if (amount !== undefined) {
    const {ok, body} = await send('POST', '/control/receipts',
      {special: kind, venue: order.venue.value, benefit: order.benefit.value, cents: amount})
    show(ok ? body : undefined)
  }
}

function show(issued) {
  const place = document.getElementById('issued')
  if (!issued) {
    place.replaceChildren(h('p', {class: 'empty'}, 'Choose a receipt. Its code appears here, to be scanned or pasted.'))
    return
  }
  const text = h('textarea', {id: 'special-text', readonly: true, rows: 5, 'aria-label': 'Text of the code', spellcheck: 'false'})
  text.value = issued.text
  const copier = h('button', {class: 'button', type: 'button', id: 'special-copy'}, icon(icons.copy), h('span', {}, 'Copy text'))
  copier.addEventListener('click', () => copy(issued.text, copier, 'Copied'))
  place.replaceChildren(
    h('header', {}, h('h3', {}, issued.title), h('span', {}, money(issued.cents, 'en'))),
    h('p', {}, issued.meaning),
    issued.picture
      ? crisp(h('img', {id: 'special-code', src: `/receipts/${issued.id}.svg`, alt: `QR code: ${issued.title}`}))
      : h('p', {class: 'empty'}, 'Too long for a QR code.'),
    issued.transaction ? h('p', {}, h('code', {id: 'special-transaction'}, issued.transaction)) : '',
    text,
    h('div', {class: 'tools'}, copier, issued.picture && h('a', {
      class: 'button', href: `/receipts/${issued.id}.png?scale=8`, download: `${issued.id}.png`
    }, icon(icons.save), 'Save picture')))
}
