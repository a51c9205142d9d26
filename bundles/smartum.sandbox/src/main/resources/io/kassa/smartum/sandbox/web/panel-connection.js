import {copy, h} from './dom.js'

let drawn = false

export function connection({connection, venues, refusing, unreachable}) {
  const health = document.getElementById('health')
  health.textContent = refusing ? 'API refuses connections' : unreachable ? 'API cannot be reached' : 'API listens'
  health.classList.toggle('bad', refusing || unreachable)
  if (drawn) {
    return
  }
  drawn = true
  document.getElementById('settings').replaceChildren(
    row('smartumUrl', connection.root),
    row('smartumApiPublicKey', connection.publicKey),
    row('smartumClientId', connection.clientId),
    row('smartumClientSecret', connection.clientSecret, true),
    ...venues.map((venue) => row('smartumVenueId', venue.id,
      false, `${venue.name}, ${venue.city}: ${venue.benefits.join(', ')}${venue.ours ? '' : ' · somebody else’s'}`)))
}

function row(key, value, secret = false, note) {
  const shown = h('code', {id: note ? undefined : key, 'data-value': secret ? undefined : value},
    secret ? '•'.repeat(20) : value.trim())
  const copier = h('button', {class: 'button small', type: 'button', 'aria-label': `Copy ${key}`}, h('span', {}, 'Copy'))
  copier.addEventListener('click', () => copy(value, copier, 'Copied'))
  const reveal = secret && h('button', {
    class: 'button small', type: 'button',
    onclick: (event) => { shown.textContent = value; event.currentTarget.remove() }
  }, 'Show')
  return h('div', {}, h('dt', {}, key), h('dd', {}, h('span', {class: 'value'}, shown, note && h('small', {}, note)), reveal, copier))
}
