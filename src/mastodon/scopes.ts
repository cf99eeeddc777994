/** What the tags on a page need to be allowed, and how it is called (R30–R36). Pure tables: nobody's element is touched. */

/** A tag as it stands in the document, loaded or not: an `Element` fits when its name is in lower case. */
export interface TagUse {
  /** In lower case. */
  readonly tag: string;
  attribute(name: string): string | null;
}

/**
 * Whom the reader is: the least that `verify_credentials` wants. Mastodon has it since 4.3; `fitScopes` puts
 * `read:accounts` in its place elsewhere (R31).
 */
const base = 'profile';

/** What stands under a post: answer, boost and vote, favourite, bookmark. */
const acts = ['write:statuses', 'write:favourites', 'write:bookmarks'];

/** A post that was read elsewhere has to be found at the reader's own server first. */
const elsewhere = (use: TagUse, ...names: string[]) =>
  names.some((name) => use.attribute(name)) || use.attribute('account')?.replace(/^@/, '').includes('@')
    ? ['read:search']
    : [];

/** A personal feed has a scope of its own. A token without `read:statuses` is refused even public posts. */
const feeds: Readonly<Record<string, string>> = { bookmarks: 'read:bookmarks', favourites: 'read:favourites' };

function timeline(use: TagUse): string[] {
  const [account, id] = [use.attribute('account'), use.attribute('account-id')];
  return [
    use.attribute('list') ? 'read:lists' : (feeds[use.attribute('feed') ?? ''] ?? 'read:statuses'),
    ...(account && !id ? ['read:accounts'] : []),
    ...elsewhere(use, 'instance'),
    ...acts,
  ];
}

/** Tag → scopes. What is not here asks for nothing. */
const table: Readonly<Record<string, (use: TagUse) => readonly string[]>> = {
  'masto-timeline': timeline,
  'masto-status': (use) => ['read:statuses', ...elsewhere(use, 'instance', 'src'), ...acts],
  'masto-thread': () => ['read:statuses', 'read:search', ...acts],
  // Whom one writes to is looked for by the first letters of their name, and so is what is answered or quoted.
  'masto-compose': () => ['write:statuses', 'write:media', 'read:search'],
  'masto-notifications': () => ['read:notifications'],
  'masto-explorer': () => ['read:search', 'read:statuses'],
  'masto-tool': (use) => words(use.attribute('scopes')),
};

const words = (text: string | null) => (text?.match(/[\w:]+/g) ?? []) as string[];

/** Scopes as sets of them are compared: each once, in the order of the alphabet. */
const tidy = (scopes: Iterable<string>) => [...new Set(scopes)].sort();

/**
 * What a sign-in asks for: the union of what these tags need and no more (R30).
 * @param scopes The attribute of `<masto-auth>`: `"…"` replaces what the tags need, `"+…"` adds to it. Whom the reader is
 * is asked in any case, for without it nobody could be shown as signed in (R42).
 */
export function scopesFor(uses: Iterable<TagUse>, scopes: string | null): readonly string[] {
  const named = words(scopes);
  if (scopes?.trim() && !scopes.trim().startsWith('+')) return tidy([base, ...named]);
  const needed = [...uses].flatMap((use) => (Object.hasOwn(table, use.tag) ? table[use.tag]!(use) : []));
  return tidy([base, ...needed, ...named]);
}

const each = (kind: string, parts: string) => parts.split(' ').map((part) => `${kind}:${part}`);

const shared = 'accounts blocks bookmarks collections favourites filters follows lists mutes notifications';

/**
 * What is registered, once for all that any tag or verb may ever need (R12 as corrected): a server grants only literal
 * members of it. Rare verbs (`write:blocks` …) stand here, and are asked for at their first use (R34). `read` and
 * `write` are for servers without finer ones, and for pages that ask for them by name. Never `push`, `follow`, `admin`.
 */
export const everyScope: readonly string[] = [
  base,
  'read',
  'write',
  ...each('read', `${shared} search statuses`),
  ...each('write', `${shared} conversations media reports statuses`),
];

/** What came with 4.3 and 4.6: an older server, which says nothing of its scopes, refuses a list that has one of these. */
const young = /^profile$|:collections$/;

/** What may be registered at a server. @param supported `scopes_supported` of its metadata, if it has any */
export function registrable(wanted: Iterable<string>, supported: readonly string[] | undefined): readonly string[] {
  const all = tidy(wanted);
  return all.filter((scope) => (supported?.length ? supported.includes(scope) : !young.test(scope)));
}

/** The wider scope that holds this one: `read` for `read:statuses`; none for `profile`. */
const wider = (scope: string) => (scope.includes(':') ? scope.slice(0, scope.lastIndexOf(':')) : undefined);

/** Whether scopes hold one, themselves or by a wider one. */
export const holds = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes(scope) || (!!wider(scope) && holds(scopes, wider(scope)!));

/**
 * What is asked of a server in the place of what is needed: literally that where it can be, the wider one where the
 * server knows no finer (R12), nothing where it knows neither.
 * @param registered What this site is registered with there.
 */
export function fitScopes(needed: Iterable<string>, registered: readonly string[]): readonly string[] {
  const fit = (scope: string): readonly string[] => {
    if (registered.includes(scope)) return [scope];
    if (scope === base) return fit('read:accounts');
    const step = wider(scope);
    return step ? fit(step) : [];
  };
  const asked = tidy([...needed].flatMap(fit));
  return asked.filter((scope) => !wider(scope) || !holds(asked, wider(scope)!));
}

/** What a scope lets this site do, in the words of daily life. `login`'s dictionaries have a sentence for each (R35). */
export type Ability =
  | 'know-you'
  | 'read-everything'
  | 'read-home'
  | 'read-lists'
  | 'read-bookmarks'
  | 'read-favourites'
  | 'read-notifications'
  | 'read-follows'
  | 'read-blocks'
  | 'read-collections'
  | 'search'
  | 'write-everything'
  | 'post'
  | 'favourite'
  | 'bookmark'
  | 'follow'
  | 'dismiss-notifications'
  | 'lists'
  | 'conversations'
  | 'collections'
  | 'mute'
  | 'filter'
  | 'block'
  | 'report'
  | 'edit-profile'
  | 'other';

/** In the order in which they are told: what is read, what is done, the gravest last. Several scopes share a line. */
const abilities: readonly (readonly [Ability, RegExp])[] = [
  ['know-you', /^(profile|read:accounts)$/],
  ['read-home', /^read:statuses$/],
  ['read-lists', /^read:lists$/],
  ['read-bookmarks', /^read:bookmarks$/],
  ['read-favourites', /^read:favourites$/],
  ['read-notifications', /^read:notifications$/],
  ['read-follows', /^read:follows$/],
  ['read-blocks', /^read:(blocks|mutes|filters)$/],
  ['read-collections', /^read:collections$/],
  ['search', /^read:search$/],
  ['read-everything', /^read$/],
  ['post', /^write:(statuses|media)$/],
  ['favourite', /^write:favourites$/],
  ['bookmark', /^write:bookmarks$/],
  ['follow', /^(write:follows|follow)$/],
  ['dismiss-notifications', /^write:notifications$/],
  ['lists', /^write:lists$/],
  ['conversations', /^write:conversations$/],
  ['collections', /^write:collections$/],
  ['mute', /^write:mutes$/],
  ['filter', /^write:filters$/],
  ['block', /^write:blocks$/],
  ['report', /^write:reports$/],
  ['edit-profile', /^write:accounts$/],
  ['write-everything', /^write$/],
];

/** Scopes in plain words, each line once; what a wider scope says already is left out. `other` for a scope unknown here. */
export function describeScopes(scopes: Iterable<string>): readonly Ability[] {
  const all = tidy(scopes);
  const told = all.filter((scope) => !wider(scope) || !holds(all, wider(scope)!));
  const unknown = told.some((scope) => !abilities.some(([, pattern]) => pattern.test(scope)));
  const known = abilities
    .filter(([, pattern]) => told.some((scope) => pattern.test(scope)))
    .map(([ability]) => ability);
  return unknown ? [...known, 'other'] : known;
}
