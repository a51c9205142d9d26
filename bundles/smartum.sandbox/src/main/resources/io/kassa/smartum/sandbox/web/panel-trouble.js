import {h, send} from './dom.js'

const seconds = (value) => ({name: 'seconds', unit: 's', value})

const groups = [
  ['No answer', [
    ['refuse', 'Refuse', 'Nothing listens on the API’s port, until cleared.'],
    ['unreachable', 'Unreachable', 'The port neither takes nor refuses connections, until cleared.'],
    ['stall', 'Stall', 'Takes the request and says nothing.', [seconds(30)]],
    ['reset', 'Reset', 'The connection is reset; nothing was processed.'],
    ['slow-drip', 'Slow drip', 'The answer comes byte by byte.', [{name: 'millisPerByte', unit: 'ms a byte', value: 500}]],
    ['answer-late', 'Answer late', 'Processed at once; the answer comes later.', [{name: 'millis', unit: 'ms', value: 20000}]],
    ['cut-midway', 'Cut midway', 'Half of the answer, then the end.']
  ]],
  ['Money moves, the till does not hear of it', [
    ['lose-answer-after-processing', 'Lose the answer', 'Processed; then the connection is reset.'],
    ['process-late', 'Process late', 'The answer is lost; it is processed after a while.', [seconds(5)]],
    ['ignore-idempotency-key', 'Ignore the key', 'The same refund sent again is made again.']
  ]],
  ['Another answer than expected', [
    ['status', 'Status', 'An error status.', [{name: 'code', unit: '', value: 503}, {name: 'retryAfter', unit: 's wait', value: 0}]],
    ['refusal', 'Refusal', 'An error as Smartum writes it.',
      [{name: 'status', unit: '', value: 422}, {name: 'retryAfter', unit: 's wait', value: 0}], {code: 'something_new'}],
    ['token-expires-now', 'Token expires', 'Every token given out ends before the call.'],
    ['redirect', 'Redirect', 'To a server elsewhere.', [], {location: 'http://127.0.0.1:9/'}],
    ['html', 'Web page', 'A sign-in page of a guest network, status 200.'],
    ['huge-body', 'Huge body', 'A JSON text that hardly ends.', [{name: 'bytes', unit: 'bytes', value: 50000000}]],
    ['compressed-bomb', 'Compressed bomb', 'Small as it comes, huge when unpacked.', [{name: 'bytes', unit: 'bytes', value: 100000000}]],
    ['wrong-content-type', 'Content type', 'The right answer, declared to be plain text.'],
    ['wrong-charset', 'Charset', 'The answer in UTF-16.'],
    ['other-shape', 'Other shape', 'A list where an object should be.'],
    ['numbers-as-text', 'Numbers as text', 'Amounts in quotes.'],
    ['duplicate-member', 'Duplicate member', 'One name twice, with two values.'],
    ['missing-member', 'Missing member', 'The amount is not there.'],
    ['other-transaction', 'Other transaction', 'About another one than asked for.'],
    ['other-amount', 'Other amount', 'One cent more than was paid.']
  ]],
  ['Clocks and keys', [
    ['wrong-key', 'Wrong key', 'The app signs receipts with a stranger’s key.', [], {}, 'RECEIPT'],
    ['clock-skew', 'Receipt clock', 'Receipts bear a time that is off.', [seconds(900)], {}, 'RECEIPT'],
    ['clock-skew', 'Server clock', 'The Date of answers is off.', [seconds(900)]]
  ]]
]

const often = [['1', 'Next call'], ['3', 'Next 3'], ['0', 'Until cleared']]
const titles = new Map(groups.flatMap(([, kinds]) => kinds).map(([kind, title]) => [kind, title]))

let drawn = false

export function trouble({targets, troubles}) {
  if (!drawn) {
    drawn = true
    draw(targets)
  }
  document.getElementById('clear-troubles').disabled = troubles.length === 0
  document.getElementById('standing').replaceChildren(...troubles.map(standing))
}

function draw(targets) {
  const target = h('select', {id: 'target', 'aria-label': 'Where'},
    targets.filter((one) => one !== 'RECEIPT').map((one) => h('option', {value: one}, place(one))))
  const times = h('select', {id: 'times', 'aria-label': 'How often'}, often.map(([value, label]) => h('option', {value}, label)))
  document.getElementById('aim').replaceChildren(
    h('label', {}, h('span', {}, 'Strikes'), target), h('label', {}, h('span', {}, 'How often'), times))
  document.getElementById('clear-troubles').addEventListener('click', () => send('DELETE', '/control/troubles'))
  document.getElementById('troubles').replaceChildren(...groups.flatMap(([title, kinds]) => [
    h('h3', {}, title), h('ul', {class: 'tiles'}, kinds.map((kind) => tile(kind, target, times)))]))
}

function tile([kind, title, meaning, fields = [], rest = {}, fixed], target, times) {
  const inputs = fields.map((field) => h('input', {type: 'number', value: field.value, 'aria-label': `${title}: ${field.name}`}))
  const set = () => {
    const trouble = {kind, ...rest}
    fields.forEach((field, index) => { trouble[field.name] = inputs[index].valueAsNumber })
    send('POST', '/control/troubles', {
      target: fixed ?? target.value, trouble, calls: ['refuse', 'unreachable'].includes(kind) ? 0 : Number(times.value)
    })
  }
  return h('li', {class: 'tile'},
    h('button', {type: 'button', 'data-trouble': kind, onclick: set}, h('strong', {}, title), h('span', {}, meaning)),
    fields.length > 0 && h('div', {class: 'fields'},
      fields.map((field, index) => h('label', {}, inputs[index], h('span', {}, field.unit)))))
}

function standing({id, target, trouble, callsLeft}) {
  const {kind, ...values} = trouble
  const detail = Object.values(values).join(', ')
  const left = callsLeft === 0 ? 'until cleared' : callsLeft === 1 ? 'next call' : `next ${callsLeft} calls`
  return h('li', {'data-standing': kind},
    h('strong', {}, titles.get(kind)), h('span', {}, `${detail ? `${detail} · ` : ''}${place(target)} · ${left}`),
    h('button', {type: 'button', 'aria-label': `Clear ${titles.get(kind)}`, onclick: () => send('DELETE', `/control/troubles/${id}`)}, '×'))
}

function place(target) {
  return {ALL: 'every call', TOKEN: 'token', LOOK_UP: 'look-up', REFUND: 'refund', VENUES: 'venues', CHECKOUT: 'checkout',
    RECEIPT: 'receipts'}[target]
}
