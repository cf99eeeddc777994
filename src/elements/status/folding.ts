import type { Kind } from './fuller.js';

/** Long posts. */
export class Folding implements Kind {
  pieces() {
    return {};
  }
}
