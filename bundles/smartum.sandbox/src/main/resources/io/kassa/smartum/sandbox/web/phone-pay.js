import {getJson, h, icon, icons, send} from './dom.js'
import {cents, money} from './money.js'
import {language, t} from './texts.js'

export function venues({state, go}) {
  const list = h('ul', {class: 'venues'})
  const find = (text) => {
    const found = state.venues.filter((venue) =>
      `${venue.name} ${venue.city} ${venue.id}`.toLowerCase().includes(text.trim().toLowerCase()))
    list.replaceChildren(...found.map((venue) => entry(venue, go)))
    if (found.length === 0) {
      list.append(h('li', {class: 'empty'}, t('noVenue')))
    }
  }
  const search = h('input', {
    type: 'search', id: 'venue-search', placeholder: t('search'), 'aria-label': t('search'), autocomplete: 'off',
    'data-focus': true, oninput: () => find(search.value)
  })
  find('')
  return {
    view: h('div', {class: 'sheet'}, top(t('where'), () => go()),
      h('label', {class: 'search'}, icon(icons.search), search), list)
  }
}

function entry(venue, go) {
  return h('li', {}, h('button', {class: 'entry', 'data-venue': venue.id, onclick: () => go('pay', venue.id)},
    h('span', {class: 'badge'}, icon(icons.pin)),
    h('span', {class: 'what'}, h('strong', {}, venue.name),
      h('span', {}, `${venue.city} · ${venue.benefits.map((benefit) => t(benefit)).join(', ')}`)),
    icon(icons.right)))
}

export function pay({state, id, go, reload}) {
  const venue = state.venues.find((one) => one.id === id)
  if (!venue) {
    go('venues')
    return {view: h('div')}
  }
  const draft = {benefit: venue.benefits[0]}
  const left = () => state.balances[draft.benefit] ?? 0
  const amount = h('input', {
    id: 'amount', inputmode: 'decimal', autocomplete: 'off', 'data-focus': true,
    placeholder: language() === 'en' ? '0.00' : '0,00',
    'aria-label': t('amount'), oninput: () => judge()
  })
  const note = h('p', {class: 'note', id: 'note'})
  const button = h('button', {class: 'button primary big', id: 'confirm', type: 'submit'})
  const judge = () => {
    const wanted = cents(amount.value)
    const tooMuch = wanted !== undefined && wanted > left()
    const have = money(left(), language())
    note.textContent = tooMuch ? t('notEnough', {amount: have}) : t('available', {amount: have})
    note.classList.toggle('bad', tooMuch)
    button.disabled = wanted === undefined || tooMuch
    button.textContent = wanted === undefined ? t('pay') : t('payNow', {amount: money(wanted, language())})
  }
  const submit = async (event) => {
    event.preventDefault()
    button.disabled = true
    const {ok, body} = await send('POST', '/phone/payments', {venue: id, benefit: draft.benefit, cents: cents(amount.value)})
    if (ok) {
      await reload()
      go('receipt', body.id)
    } else {
      judge()
      note.textContent = t('failed')
      note.classList.add('bad')
    }
  }
  judge()
  return {
    view: h('form', {class: 'sheet', novalidate: true, onsubmit: submit}, top(venue.name, () => go('venues')),
      h('p', {class: 'city'}, venue.city),
      choices(venue, state, (benefit) => { draft.benefit = benefit; judge() }),
      h('label', {class: 'sum'}, h('span', {}, t('amount')), h('span', {class: 'figure'}, amount, h('b', {}, '€'))),
      note, h('div', {class: 'call'}, button))
  }
}

// A web shop's customer arrives here; the browser leaves again with the receipt.
export function checkout({state, id, go}) {
  const view = h('div', {class: 'sheet'})
  getJson(`/phone/checkouts/${id}`).then((wish) => view.replaceChildren(...offer(wish, state)), () => go())
  return {view}
}

function offer(wish, state) {
  const venue = state.venues.find((one) => one.id === wish.venue)
  const amount = money(wish.cents, language())
  const note = h('p', {class: 'note', id: 'note'}, t('available', {amount: money(state.balances[wish.benefit] ?? 0, language())}))
  const button = h('button', {class: 'button primary big', id: 'confirm'}, t('payNow', {amount}))
  button.addEventListener('click', async () => {
    button.disabled = true
    const {ok, body} = await send('POST', `/phone/checkouts/${wish.id}`, {})
    if (ok) {
      location.assign(body.url)
    } else {
      note.textContent = t('failed')
      note.classList.add('bad')
    }
  })
  return [top(venue.name, () => location.assign(wish.cancelUrl)), h('p', {class: 'city'}, wish.product || venue.city),
    h('div', {class: 'sum'}, h('span', {}, t(wish.benefit)), h('p', {class: 'total'}, amount)), note,
    h('div', {class: 'call'}, button)]
}

function choices(venue, state, choose) {
  return h('fieldset', {class: 'benefits'}, h('legend', {}, t('benefit')), venue.benefits.map((benefit, index) =>
    h('label', {class: `choice ${benefit}`, 'data-benefit': benefit},
      h('input', {type: 'radio', name: 'benefit', value: benefit, checked: index === 0, onchange: () => choose(benefit)}),
      icon(icons[benefit]), h('span', {}, t(benefit)))))
}

export function top(title, back) {
  return h('header', {class: 'top'},
    h('button', {class: 'round', type: 'button', onclick: back, 'aria-label': t('back')}, icon(icons.back)),
    h('h1', {}, title))
}
