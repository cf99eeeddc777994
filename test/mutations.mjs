import { readdirSync } from 'node:fs';

/** All test files whose path begins so. */
const tests = (...beginnings) =>
  readdirSync('test', { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(test|node)\.ts$/.test(path) && !path.includes('node_modules'))
    .filter((path) => beginnings.some((beginning) => path.startsWith(`test/${beginning}`)))
    .sort();

const content = tests(
  'content/read',
  'content/content',
  'content/links',
  'content/emojis',
  'content/gate',
  'content/attributes',
);
const transport = tests('mastodon/transport', 'faults/http', 'faults/rate');
const told = (name) => tests(`mastodon/notifications-${name}.`);
const timeline = (...names) => tests(...names.map((name) => `elements/timeline-${name}.`));

/**
 * Lines of src/ that matter, and how to break them. `find` stands in its file exactly once; `tests` are the files that should notice.
 * @type {{ file: string, find: string, replace: string, tests: string[] }[]}
 */
export const mutations = [
  // Strangers' HTML
  { file: 'src/content/read.ts', find: 'if (depth > deepest)', replace: 'if (false)', tests: content },
  { file: 'src/content/read.ts', find: "return !around.includes(' a ')", replace: 'return true', tests: content },
  { file: 'src/content/read.ts', find: 'if (kind === DROPPED) return;', replace: '', tests: content },
  { file: 'src/content/read.ts', find: 'makeHonest(kids, url);', replace: '', tests: content },
  { file: 'src/content/build.ts', find: "'nofollow noopener noreferrer ugc'", replace: "'nofollow'", tests: content },
  {
    file: 'src/content/attributes.ts',
    find: 'title: [/[^]+/, /^abbr$/]',
    replace: 'title: [/[^]+/]',
    tests: content,
  },
  { file: 'src/content/gate.ts', find: 'tags > mostTags ||', replace: '', tests: content },
  { file: 'src/content/emojis.ts', find: 'const most = 200;', replace: 'const most = 1e9;', tests: content },
  {
    file: 'src/content/emojis.ts',
    find: 'mediaUrl(emoji.staticUrl || emoji.url)',
    replace: 'emoji.url',
    tests: content,
  },
  { file: 'src/content/links.ts', find: 'else if (lies && ', replace: 'else if (false && ', tests: content },
  {
    file: 'src/base/url.ts',
    find: 'url.username || url.password ? undefined : url',
    replace: 'url',
    tests: tests('base/url'),
  },
  { file: 'src/base/url.ts', find: '&& isLoopback(url.hostname)', replace: '', tests: tests('base/url') },
  { file: 'src/base/text.ts', find: '.toWellFormed()', replace: '', tests: tests('base/text') },

  // Asking servers
  {
    file: 'src/mastodon/transport.ts',
    find: "credentials: 'omit'",
    replace: "credentials: 'include'",
    tests: transport,
  },
  {
    file: 'src/mastodon/transport.ts',
    find: "method !== 'GET' ? 'error'",
    replace: "method !== 'GET' ? 'follow'",
    tests: transport,
  },
  { file: 'src/mastodon/transport.ts', find: 'server: 2,', replace: 'server: 0,', tests: transport },
  {
    file: 'src/mastodon/transport.ts',
    find: 'ok && new URL(url || this.origin).host === host',
    replace: 'ok',
    tests: tests('faults/bodies', 'faults/tags-network'),
  },
  { file: 'src/mastodon/transport.ts', find: "text.replaceAll(secret, '…')", replace: 'text', tests: transport },
  { file: 'src/mastodon/transport.ts', find: 'if (status === 410) ', replace: 'if (false) ', tests: transport },
  { file: 'src/mastodon/rate.ts', find: 'Math.min(wait, longest)', replace: 'wait', tests: transport },
  {
    file: 'src/mastodon/failure.ts',
    find: "json ? forbiddenAs(reply) : 'blocked'",
    replace: 'forbiddenAs(reply)',
    tests: transport,
  },
  {
    file: 'src/mastodon/links.ts',
    find: 'if (rel && to !== current',
    replace: 'if (rel || to !== current',
    tests: tests('mastodon/links'),
  },
  {
    file: 'src/mastodon/instance-name.ts',
    find: '|| privateName.test(name)',
    replace: '',
    tests: tests('mastodon/instance-name'),
  },

  // Other servers' data
  {
    file: 'src/mastodon/normalise.ts',
    find: 'if (key === boost) ',
    replace: 'if (false) ',
    tests: tests('mastodon/normalise'),
  },
  {
    file: 'src/mastodon/normalise.ts',
    find: 'quote?.status === key ? undefined : quote',
    replace: 'quote',
    tests: tests('mastodon/normalise'),
  },
  { file: 'src/mastodon/keys.ts', find: '!never.has(key)', replace: 'true', tests: tests('mastodon/keys') },
  {
    file: 'src/mastodon/count.ts',
    find: 'perUrl = 23, quoting',
    replace: 'perUrl = 24, quoting',
    tests: tests('mastodon/count'),
  },
  { file: 'src/mastodon/store.ts', find: 'if (since > old) continue;', replace: '', tests: tests('mastodon/store') },

  // What a reader meets
  {
    file: 'src/mastodon/feeds.ts',
    find: 'signedIn || isPublic(shown)',
    replace: 'true',
    tests: timeline('filters', 'feeds'),
  },
  {
    file: 'src/mastodon/feeds.ts',
    find: 'link ? undefined : { ...feed.query?.(args)',
    replace: 'false ? undefined : { ...feed.query?.(args)',
    tests: timeline('more'),
  },
  {
    file: 'src/controllers/feed-controller.ts',
    find: 'page.filter((key) => !this.#seen.has(key))',
    replace: '[...page]',
    tests: timeline('more'),
  },
  {
    file: 'src/controllers/feed-controller.ts',
    find: 'this.#forget();',
    replace: '',
    tests: timeline('changes', 'moves'),
  },
  {
    file: 'src/controllers/load-controller.ts',
    find: "this.host.load !== 'click'",
    replace: 'true',
    tests: timeline('load'),
  },
  {
    file: 'src/controllers/session-controller.ts',
    find: 'undefinedTag() || auth?.pending',
    replace: 'auth?.pending',
    tests: tests('elements/auth'),
  },
  {
    file: 'src/parts/media/media.ts',
    find: "(sensitive || media === 'click')",
    replace: "media === 'click'",
    tests: tests('elements/status-files', 'elements/timeline-media'),
  },
  { file: 'src/elements/status/opens.ts', find: 'modified(event) ||', replace: '', tests: timeline('page') },
  {
    file: 'src/mastodon/feeds.ts',
    find: 'answer.data.length ? links.next : undefined',
    replace: 'links.next',
    tests: timeline('more'),
  },
  {
    file: 'src/controllers/feed-controller.ts',
    find: 'if (run !== this.#run) return;',
    replace: '',
    tests: timeline('changes'),
  },
  {
    file: 'src/controllers/feed-controller.ts',
    find: 'first && (await elsewhere?.(error, run.signal))',
    replace: 'false',
    tests: timeline('elsewhere'),
  },
  {
    file: 'src/controllers/session-controller.ts',
    find: "instance || src || load === 'click' || ",
    replace: '',
    tests: timeline('elsewhere'),
  },
  {
    file: 'src/mastodon/account-server.ts',
    find: 'foreign.includes(failure)',
    replace: 'true',
    tests: timeline('elsewhere'),
  },
  {
    file: 'src/mastodon/transport.ts',
    find: "this.#doubtful.add(request.url);\n    return this.#error('wrong-shape'",
    replace: "return this.#error('wrong-shape'",
    tests: tests('faults/tags-answers'),
  },
  {
    file: 'src/controllers/waiting.ts',
    find: 'if (patience.pausedUntil > browser.now()) isLate();',
    replace: '',
    tests: tests('faults/tags-waiting'),
  },
  {
    file: 'src/controllers/status-source.ts',
    find: 'status === TaskStatus.ERROR && error',
    replace: 'error',
    tests: tests('faults/tags-waiting'),
  },
  {
    file: 'src/parts/instead/failure.ts',
    find: 'tag.getAttribute(name) === facts.value',
    replace: 'false',
    tests: tests('faults/tags-attributes'),
  },
  {
    file: 'src/controllers/keep-focus.ts',
    find: 'if (!had || had.isConnected) return;',
    replace: 'return;',
    tests: tests('a11y/keyboard'),
  },
  {
    file: 'src/controllers/keep-focus.ts',
    find: "host.removeAttribute('tabindex')",
    replace: 'undefined',
    tests: tests('a11y/keyboard'),
  },
  {
    file: 'src/elements/timeline/timeline.ts',
    find: 'aria-disabled=${loadingMore}',
    replace: '?disabled=${loadingMore}',
    tests: tests('a11y/keyboard'),
  },

  // Whoever is signed in
  {
    file: 'src/mastodon/actions.ts',
    find: 'if (!home.may(scope)) return',
    replace: 'if (false) return',
    tests: tests('mastodon/actions', 'elements/status-actions.'),
  },
  {
    file: 'src/mastodon/actions.ts',
    find: 'wish.done ??= this.#carryOut',
    replace: 'wish.done = this.#carryOut',
    tests: tests('mastodon/actions'),
  },
  {
    file: 'src/mastodon/pending.ts',
    find: 'now - created <= longestMs',
    replace: 'true',
    tests: tests('mastodon/sign-in.'),
  },
  {
    file: 'src/mastodon/answers.ts',
    find: 'iss === undefined ? !server.issRequired : iss === server.issuer',
    replace: 'iss === undefined || iss === server.issuer',
    tests: tests('mastodon/sign-in.'),
  },
  {
    file: 'src/mastodon/keyring.ts',
    find: 'this.#page.now() - saved.used > longestIdle',
    replace: 'false',
    tests: tests('mastodon/keyring'),
  },
  {
    file: 'src/mastodon/revocation.ts',
    find: 'one.origin === origin && one.token === token',
    replace: 'false',
    tests: tests('mastodon/sign-in.', 'mastodon/keyring'),
  },
  // Writing: nothing is lost, nothing is posted twice
  ...[
    ['src/mastodon/drafts.ts', 'own && ageOf(own)! > ageOf(before)!', 'own', 'mastodon/drafts'],
    ['src/mastodon/drafts.ts', 'this.remove(nobodys);', '', 'mastodon/drafts'],
    ['src/mastodon/drafts.ts', 'kept && place.account ? all.local', 'place.account ? all.local', 'mastodon/drafts'],
    ['src/mastodon/posting.ts', "'Idempotency-Key': key", "'X-Key': key", 'mastodon/posting'],
    ['src/mastodon/find-posted.ts', '>= since - early', '>= 0', 'mastodon/posting'],
    ['src/mastodon/posting.ts', 'facts.status !== 500 &&', '', 'mastodon/posting'],
    ['src/mastodon/instance-facts.ts', "?? positive(instance?.['max_toot_chars'])", '', 'mastodon/instance-facts'],
    ['src/elements/compose/composer.ts', '!event.isTrusted ||', '', 'elements/compose.'],
    [
      'src/elements/compose/composer.ts',
      'sending.busy || this.auth.pending',
      'this.auth.pending',
      'elements/compose-failures',
    ],
    ['src/elements/compose/writing.ts', 'before?.body === body ? before.key :', '', 'elements/compose-failures'],
    ['src/elements/compose/writing.ts', 'before?.body === body', 'before', 'elements/compose-failures'],
    ['src/elements/compose/writing.ts', "addEventListener('pagehide', this.#flush);", '', 'elements/compose-drafts'],
    [
      'src/elements/compose/writing.ts',
      'text === undefined || addressed',
      'text === undefined',
      'elements/compose-drafts',
    ],
    [
      'src/elements/compose/writing.ts',
      'narrower(this.#draft.visibility ?? visibility, widest)',
      '(this.#draft.visibility ?? visibility)',
      'elements/compose-reply',
    ],
    [
      'src/elements/compose/sending.ts',
      'if (isUnsure(error as MastoError)) return this.look(home, sent);',
      '',
      'elements/compose-failures',
    ],
    ['src/elements/compose/sending.ts', 'if (!transport.browser.online())', 'if (false)', 'elements/compose-failures'],
    ['src/elements/compose/compose.ts', 'this.#composer.recall();', '', 'elements/compose-failures'],
  ].map(([file, find, replace, where]) => ({ file, find, replace, tests: tests(where) })),
  {
    file: 'src/mastodon/voting.ts',
    find: 'if (ballot.guessed || ballot.voted || !chosen.length) return;',
    replace: 'if (!chosen.length) return;',
    tests: ['test/elements/status-vote.test.ts'],
  },
  {
    file: 'src/mastodon/ballot.ts',
    find: 'if (!chosen.length || !ballot.without.has(totalsOf(poll, host))) return poll;',
    replace: 'if (!chosen.length) return poll;',
    tests: ['test/mastodon/ballot.node.ts'],
  },
  {
    file: 'src/mastodon/reading.ts',
    find: 'const most = 20;',
    replace: 'const most = 200;',
    tests: ['test/elements/status-row.test.ts'],
  },
  {
    file: 'src/mastodon/statuses.ts',
    find: '< lately) return false;',
    replace: '< 0) return false;',
    tests: ['test/elements/status-gone.test.ts'],
  },
  {
    file: 'src/content/player.ts',
    find: ' && !others.includes(origin)',
    replace: '',
    tests: ['test/elements/status-player.test.ts'],
  },
  {
    file: 'src/parts/player/player.ts',
    find: 'sandbox="allow-scripts allow-same-origin allow-presentation"',
    replace: 'sandbox="allow-scripts allow-same-origin allow-presentation allow-top-navigation"',
    tests: ['test/elements/status-player.test.ts'],
  },

  // What a reader is told
  {
    file: 'src/mastodon/notification-list.ts',
    find: 'this.#keys = this.begun ? [...this.#keys, ...keys] : this.#placed(this.#keys, page);',
    replace: 'this.#keys = [...this.#keys, ...keys];',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-list.ts',
    find: 'placed.splice(at < 0 ? placed.length : at, 0, group.key);',
    replace: 'placed.unshift(group.key);',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-list.ts',
    find: 'if (++this.#raised > mostRaised)',
    replace: 'if (false)',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-list.ts',
    find: '    this.#again = anew || !!this.#again;\n    if (this.#refreshing) return;',
    replace: '    if (this.#refreshing) return;\n    this.#again = anew;',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-groups.ts',
    find: 'if (old?.base && !fresh',
    replace: 'if (old && !fresh',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-dismissals.ts',
    find: 'return asked < (this.#gone.get(key)?.until ?? 0);',
    replace: 'return false;',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-dismissals.ts',
    find: '(last) => last && (row.id === last.id || (row.at !== undefined && compare(row, last) < 0)),',
    replace: '() => false,',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-dismissals.ts',
    find: 'if (again) all.refresh();',
    replace: '',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: 'const isAll = list.groups.every((group) => seen && compare(group, seen) <= 0);',
    replace: 'const isAll = true;',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: 'const newest = isAll ? newestOf(list.keys.flatMap((key) => this.groups.get(key) ?? [])) : seen;',
    replace: 'const newest = seen;',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: 'if (list.types.length && mark.isVague) return;',
    replace: '',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: '(other === list || !list.types.length) && other',
    replace: 'other',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: 'if (!this.isShown) return;',
    replace: '',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notifications.ts',
    find: "if (row.type === 'follow_request' && row.account !== undefined)",
    replace: 'if (false)',
    tests: told('requests'),
  },
  {
    file: 'src/mastodon/read-mark.ts',
    find: "!this.home.may('read:statuses') || (leaving && !this.#heard)",
    replace: 'false',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/read-mark.ts',
    find: '    if (this.known && this.value && compare({ id, at }, this.value) <= 0) return;\n    this.value = { id, at };',
    replace: '    this.value = { id, at };',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/read-mark.ts',
    find: 'this.#timer ??= setTimeout',
    replace: 'clearTimeout(this.#timer); this.#timer = setTimeout',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/unread-count.ts',
    find: 'if (!said || said.asked < this.#ended) return;',
    replace: 'if (!said) return;',
    tests: told('races'),
  },
  {
    file: 'src/mastodon/notification-requests.ts',
    find: 'if (place < 0) return;',
    replace: '',
    tests: told('requests'),
  },
  {
    file: 'src/mastodon/notification-requests.ts',
    find: 'if (!this.all.isShown) return;',
    replace: '',
    tests: told('requests'),
  },
  {
    file: 'src/mastodon/grouping.ts',
    find: 'const longest = 12;',
    replace: 'const longest = 13;',
    tests: told('grouping'),
  },
  {
    file: 'src/mastodon/marking.ts',
    find: "home.isOver || !home.may('write:statuses')",
    replace: "!home.may('write:statuses')",
    tests: told('races'),
  },
];
