import {h} from './dom.js'
import {head} from './panel-books.js'

export function calls({calls}) {
  document.getElementById('log').replaceChildren(
    head('Time', 'Call', 'Answer', 'Idempotency key', 'Trouble'),
    h('tbody', {}, calls.length > 0 ? calls.map(row) : h('tr', {}, h('td', {colspan: 5, class: 'empty'}, 'Nobody has called yet.'))))
}

function row(call) {
  return h('tr', {},
    h('td', {}, new Date(call.at).toLocaleTimeString('en-GB')),
    h('td', {}, h('code', {}, `${call.method} ${call.path}`)),
    h('td', {}, h('span', {class: `state ${call.status === 0 || call.status >= 400 ? 'cancelled' : 'paid'}`},
      call.status === 0 ? 'none' : String(call.status))),
    h('td', {}, h('code', {}, call.key)),
    h('td', {}, call.troubles.join(', ')))
}
