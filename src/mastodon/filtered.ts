import type { FilterHit } from './entities.js';
import { asObject, type Raw } from './json.js';
import { asDate, asName, objects } from './read.js';

/** One of the reader's filters. What a server may want of one that we do not know is a warning. */
export const readFilter = ({ title, context, filter_action: action, expires_at: end }: Raw): FilterHit => ({
  title: asName(title),
  context: Array.isArray(context) ? context.filter((name) => typeof name === 'string') : [],
  action: action === 'hide' || action === 'blur' ? action : 'warn',
  expiresAt: asDate(end),
});

/** The filters that a post has met, as the reader's own server says it. */
export const readFiltered = (json: unknown): FilterHit[] =>
  objects(json).flatMap((result) => {
    const filter = asObject(result['filter']);
    return filter ? [readFilter(filter)] : [];
  });
