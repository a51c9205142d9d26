import { ask } from './http.js';

// One function a command; the till's OpenAPI description is the reference.
const get = (path) => ask('GET', path);
const post = (path, body) => ask('POST', path, body);
const put = (path, body) => ask('PUT', path, body);
const remove = (path) => ask('DELETE', path);

/** A path of which every value is escaped. */
const at = (parts, ...values) => parts.reduce((path, part, i) => path + encodeURIComponent(values[i - 1]) + part);

const sale = (register, id) => at`/api/registers/${register}/sales/${id}`;

export const api = {
  login: (login) => post('/api/session', login),
  logout: () => remove('/api/session'),
  confirmPassword: (password) => post('/api/session/confirmation', { password }),
  firstAdmin: (given) => post('/api/first-admin', given),
  cashiers: () => get('/api/cashiers'),

  catalogue: () => get('/api/catalogue'),

  registers: () => get('/api/registers'),
  pair: (register) => put(at`/api/registers/${register}/pairing`),
  unpair: (register) => remove(at`/api/registers/${register}/pairing`),
  register: (register) => get(at`/api/registers/${register}`),
  addLine: (register, product, quantity) => post(at`/api/registers/${register}/lines`, { product, quantity }),
  addScanned: (register, gtin) => post(at`/api/registers/${register}/scans`, { gtin }),
  changeLine: (register, id, line, quantity, discount) =>
    put(`${sale(register, id)}/lines/${line}`, { quantity, discount }),
  discountSale: (register, id, discount) => put(`${sale(register, id)}/discount`, { discount }),
  pay: (register, id, attempt, method) => post(`${sale(register, id)}/payments`, { attempt, method }),
  removeTender: (register, id, attempt) => remove(`${sale(register, id)}${at`/tenders/${attempt}`}`),
  complete: (register, id) => post(`${sale(register, id)}/completion`),
  cancel: (register, id, receipts) => post(`${sale(register, id)}/cancellation`, { receipts }),
  useUnused: (register, id, attempt) => post(`${sale(register, id)}/unused`, { attempt }),
  answer: (register, attempt, given) => post(at`/api/registers/${register}/attempts/${attempt}/answers`, given),
  picture: (register, attempt, step, blob, headers) =>
    ask('POST', at`/api/registers/${register}/attempts/${attempt}/picture?step=${step}`, blob, headers),
  dismiss: (register, attempt) => remove(at`/api/registers/${register}/attempts/${attempt}`),

  receipts: (query, most) => get(at`/api/receipts?query=${query}&most=${most}`),
  receipt: (id) => get(at`/api/receipts/${id}`),
  propose: (id, lines) => post(at`/api/receipts/${id}/proposals`, { lines }),
  refund: (id, refund, lines, methods) => post(at`/api/receipts/${id}/refunds`, { refund, lines, methods }),
  refundUnused: (attempt, refund) => post(at`/api/unused/${attempt}/refunds`, { refund }),
  answerRefund: (attempt, given) => post(at`/api/refunds/attempts/${attempt}/answers`, given),
  pictureRefund: (attempt, step, blob, headers) =>
    ask('POST', at`/api/refunds/attempts/${attempt}/picture?step=${step}`, blob, headers),
  inquire: (attempt) => post(at`/api/refunds/attempts/${attempt}/inquiry`),

  worklist: () => get('/api/worklist'),
  verify: (attempt, id) => post(at`/api/worklist/unverified/${attempt}/verification`, { id }),
  settle: (id, returned, reason) => post(at`/api/worklist/cases/${id}/settlement`, { returned, reason }),
  resolve: (id, reason) => post(at`/api/worklist/cases/${id}/resolution`, { reason }),

  methods: () => get('/api/config/methods'),
  saveMethod: (id, settings) => put(at`/api/config/methods/${id}`, settings),
  testMethod: (id) => post(at`/api/config/methods/${id}/test`),
  registerSettings: () => get('/api/config/registers'),
  saveRegister: (id, { name, methods }) => put(at`/api/config/registers/${id}`, { name, methods }),
  groups: () => get('/api/config/groups'),
  saveGroup: (id, { name, position }) => put(at`/api/config/groups/${id}`, { name, position }),
  products: () => get('/api/config/products'),
  saveProduct: (id, { name, group, price, labels, onSale, gtin, deposit }) =>
    put(at`/api/config/products/${id}`, { name, group, price, labels, onSale, gtin, deposit }),
  forms: () => get('/api/config/forms'),
  probe: (pid, draft) => post(at`/api/config/forms/${pid}/probe`, draft),
  save: (pid, draft) => post(at`/api/config/forms/${pid}/configurations`, draft),
  removal: (pid, id) => get(at`/api/config/forms/${pid}/configurations/${id}/removal`),
  deleteConfiguration: (pid, id) => remove(at`/api/config/forms/${pid}/configurations/${id}`),
  health: () => get('/api/health'),
  testHealth: () => post('/api/health'),
  plugIns: () => get('/api/config/plug-ins'),
  deploy: (file) =>
    ask('POST', at`/api/config/plug-ins?file=${file.name.slice(-200)}`, file, { 'Content-Type': 'application/java-archive' }),
  rollBack: (plugIn) => post(at`/api/config/plug-ins/${plugIn}/rollback`),
  outlines: (blob, headers) => ask('POST', '/api/outlines', blob, headers),
  tryScanner: (blob, headers) => ask('POST', '/api/config/scanner/picture', blob, headers),
  serialScanners: () => get('/api/config/scanner/serial'),
  useSerialScanner: (register, settings) => put(at`/api/config/scanner/serial/${register}`, settings),
  stopSerialScanner: (register) => remove(at`/api/config/scanner/serial/${register}`),
  people: () => get('/api/config/people'),
  savePerson: (name, change) => put(at`/api/config/people/${name}`, change),
};
