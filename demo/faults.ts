import type { Fault } from './sandbox/http/faults.js';

/** What the demo's servers do wrong, so that the tour can show what a tag then says: each is a hashtag of that name. */
const tag = (name: string) => `/api/v1/timelines/tag/${name}`;

export const faults: readonly Fault[] = [
  { path: tag('slow'), delay: 60_000 },
  { path: tag('down'), status: 503 },
  { path: tag('members'), status: 401, body: { error: 'This method requires an authenticated user' } },
  { path: tag('website'), html: true },
];
