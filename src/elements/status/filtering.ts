import type { StatusPlace } from '../../controllers/status-controller.js';
import { fullerWords } from '../../i18n/fuller.js';
import type { Kind } from './fuller.js';
import type { Page } from './rich.js';

/** What must be known before a page of posts is drawn. */
export const prepare = (_page: Page, _keys: readonly string[], lang: string): Promise<unknown> =>
  fullerWords.load(lang);

export const hides = (_place: StatusPlace): boolean => false;

/** Filters. */
export class Filtering implements Kind {
  pieces() {
    return {};
  }
}
