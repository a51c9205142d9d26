// The operator's panel: every part draws itself from the state; every change comes back as an event.
import {getJson} from './dom.js'
import {connection} from './panel-connection.js'
import {trouble} from './panel-trouble.js'
import {receipts} from './panel-receipts.js'
import {books} from './panel-books.js'
import {calls} from './panel-calls.js'

const SETTLE = 80

let waiting

async function refresh() {
  const state = await getJson('/control/state')
  for (const part of [connection, trouble, receipts, books, calls]) {
    part(state)
  }
}

// Many events in a row are one refresh.
function soon() {
  clearTimeout(waiting)
  waiting = setTimeout(refresh, SETTLE)
}

await refresh()
const events = new EventSource('/events')
for (const name of ['hello', 'books', 'refunded', 'cancelled', 'troubles', 'calls']) {
  events.addEventListener(name, soon)
}
