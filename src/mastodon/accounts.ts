import type { Account } from './entities.js';
import { Store } from './store.js';

/** The people that one server told us about. */
export class Accounts extends Store<Account> {}
