import { openMuseum } from '../../demo/sandbox/seed/museum/museum.js';
import { createSandbox } from '../../demo/sandbox/sandbox.js';
import { raw } from '../elements/given.js';
import { status } from '../mastodon/samples.js';
import { recorded } from '../mastodon/shared-data.js';
import type { Sample } from './cases.js';

/** One of each kind that is drawn otherwise than the rest. */
const kinds = [
  'one four sixteen focus undescribed sensitive warned unmeasured broken',
  'video gifv audio record mixed unknown processing',
  'open several hidden closed signs forever',
  'plain large photo player authors covered',
  'quote quote-of-quote quote-pictures quote-poll quote-deleted quote-blocked_account quote-muted_account',
  'emoji edited application mentions tags hostile-name silent boost boost-of-quote boost-warned long ruby headings spoofed',
]
  .join(' ')
  .split(' ');

/** What only whoever is signed in is told. */
const personal = {
  favourited: true,
  reblogged: false,
  muted: false,
  bookmarked: true,
  pinned: true,
  filtered: [
    {
      filter: { id: '1', title: 'Roots', context: ['home'], expires_at: null, filter_action: 'warn' },
      keyword_matches: ['turnip'],
      status_matches: null,
    },
  ],
};

/** Samples of our own: the museum's, as its server sends them. */
export async function own(): Promise<Sample[]> {
  const sandbox = createSandbox({ origin: 'https://harbour.example', now: () => Date.UTC(2026, 10, 24) });
  const plan = openMuseum(sandbox.instance)!;
  const posts = kinds.map(async (name) => {
    const id = plan.get(name)?.split('/').at(-1);
    const answer = await sandbox(new Request(`${sandbox.origin}/api/v1/statuses/${id}`));
    if (!answer.ok) throw new Error(`No sample ${name}: ${answer.status}`);
    return { name, entity: (await answer.json()) as unknown };
  });
  return [{ name: 'whole', entity: status(personal) }, ...(await Promise.all(posts))];
}

type Json = Readonly<Record<string, unknown>>;

/** Every object below that satisfies. */
function* objectsIn(json: unknown, isIt: (object: Json) => boolean): Generator<Json> {
  if (typeof json !== 'object' || json === null) return;
  if (isIt(json as Json)) yield json as Json;
  else for (const value of Object.values(json)) yield* objectsIn(value, isIt);
}
const isStatus = (object: Json) => 'content' in object && 'account' in object && 'visibility' in object;
const isAccount = (object: Json) => 'acct' in object && 'display_name' in object && 'note' in object;

/** Recorded answers beside the repository, by kind and number. */
const files = { statuses: 163, quotes: 10, contexts: 2, threads_rtoot: 3, accounts: 113 } as const;

/** What real servers have sent. */
export async function real(): Promise<Sample[]> {
  const all = await Promise.all(Object.entries(files).map(([name, count]) => recorded(name, count)));
  return all
    .flat()
    .flatMap(({ entity, source, ...rest }) =>
      entity && isAccount(entity as Json)
        ? [{ name: source, entity: { ...raw(), account: entity } }]
        : [...objectsIn(entity ?? rest, isStatus)].map((post) => ({ name: source, entity: post })),
    );
}
