import { Configuration } from './configuration/configuration.js';
import { Receipt } from './receipts/receipt.js';
import { Search } from './receipts/search.js';
import { Register } from './register/register.js';
import { Worklist } from './worklist/worklist.js';

const CASHIER = [
  ['/register/:register', Register],
  ['/receipts', Search],
  ['/receipts/:sale', Receipt],
  ['/worklist', Worklist],
];

const ADMIN = [
  ['/configuration', Configuration],
  ['/configuration/:section', Configuration],
  ['/configuration/:section/:item', Configuration],
];

export function routes(actor) {
  return actor.role === 'ADMIN' ? [...CASHIER, ...ADMIN] : CASHIER;
}
