/** What protects the reader is tested on the floor itself. */
const content = ['read', 'content', 'links', 'emojis', 'gate', 'attributes', 'natives'].map(
  (name) => `test/content/${name}.test.ts`,
);
const timeline = ['feeds', 'changes', 'load', 'media', 'more', 'page', 'states'].map(
  (name) => `test/elements/timeline-${name}.test.ts`,
);
const transport = [
  'test/mastodon/transport.test.ts',
  ...['http', 'rate', 'bodies'].map((name) => `test/faults/${name}.test.ts`),
];

/**
 * Lines of src/ that matter, and how to break them. `find` stands in its file exactly once; `tests` are the files that should notice.
 * @type {{ file: string, find: string, replace: string, tests: string[] }[]}
 */
export const mutations = [
  // Strangers' HTML
  { file: 'src/content/read.ts', find: 'depth > deepest || ++nodes', replace: '++nodes', tests: content },
  { file: 'src/content/read.ts', find: 'return !exec(/ a /, around)', replace: 'return true', tests: content },
  { file: 'src/content/read.ts', find: 'kind !== DROPPED', replace: 'true', tests: content },
  { file: 'src/content/read.ts', find: 'makeHonest(kids, url);', replace: '', tests: content },
  { file: 'src/content/build.ts', find: "'nofollow noopener noreferrer ugc'", replace: "'nofollow'", tests: content },
  {
    file: 'src/content/attributes.ts',
    find: "['title', /[^]+/, /^abbr$/]",
    replace: "['title', /[^]+/]",
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
    tests: ['test/base/url.test.ts'],
  },
  { file: 'src/base/url.ts', find: '&& isLoopback(url.hostname)', replace: '', tests: ['test/base/url.test.ts'] },
  { file: 'src/base/text.ts', find: '.toWellFormed()', replace: '', tests: ['test/base/text.test.ts'] },

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
    tests: transport,
  },
  { file: 'src/mastodon/transport.ts', find: "text.replaceAll(secret, '…')", replace: 'text', tests: transport },
  { file: 'src/mastodon/transport.ts', find: 'if (status === 410) ', replace: 'if (false) ', tests: transport },
  { file: 'src/mastodon/rate.ts', find: 'Math.min(wait, longest)', replace: 'wait', tests: transport },
  {
    file: 'src/mastodon/failure.ts',
    find: "return json ? 'forbidden' : 'blocked'",
    replace: "return 'forbidden'",
    tests: transport,
  },
  {
    file: 'src/mastodon/links.ts',
    find: 'if (rel && to !== current',
    replace: 'if (rel || to !== current',
    tests: ['test/mastodon/links.test.ts'],
  },
  {
    file: 'src/mastodon/plain-names.ts',
    find: 'name && !ownName.test(name)',
    replace: 'name',
    tests: ['test/mastodon/instance-name.test.ts', ...timeline],
  },
  {
    file: 'src/mastodon/instance-name.ts',
    find: '|| privateName.test(name)',
    replace: '',
    tests: ['test/mastodon/instance-name.test.ts'],
  },

  // Other servers' data
  {
    file: 'src/mastodon/normalise.ts',
    find: 'if (key === boost) ',
    replace: 'if (false) ',
    tests: ['test/mastodon/normalise.test.ts'],
  },
  {
    file: 'src/mastodon/normalise.ts',
    find: 'quote?.status === key ? undefined : quote',
    replace: 'quote',
    tests: ['test/mastodon/normalise.test.ts'],
  },
  { file: 'src/mastodon/keys.ts', find: '!never.has(key)', replace: 'true', tests: ['test/mastodon/keys.test.ts'] },
  {
    file: 'src/mastodon/count.ts',
    find: 'perUrl = 23',
    replace: 'perUrl = 24',
    tests: ['test/mastodon/count.test.ts'],
  },

  // What a reader meets
  { file: 'src/mastodon/feeds.ts', find: "shown.visibility === 'public' || ", replace: '', tests: timeline },
  {
    file: 'src/mastodon/feeds.ts',
    find: 'answer.data.length ? answer.links.next : undefined',
    replace: 'answer.links.next',
    tests: timeline,
  },
  {
    file: 'src/controllers/feed-controller.ts',
    find: 'page.filter((key) => !this.#seen.has(key))',
    replace: '[...page]',
    tests: timeline,
  },
  { file: 'src/controllers/feed-controller.ts', find: 'if (run !== this.#run) return;', replace: '', tests: timeline },
  { file: 'src/controllers/load-controller.ts', find: "this.host.load !== 'click'", replace: 'true', tests: timeline },
  { file: 'src/controllers/session-controller.ts', find: 'if (undefinedTag()) return;', replace: '', tests: timeline },
  {
    file: 'src/parts/media/media.ts',
    find: "(status.sensitive || context.media === 'click')",
    replace: "context.media === 'click'",
    tests: timeline,
  },
  { file: 'src/elements/status/opens.ts', find: 'modified(event) ||', replace: '', tests: timeline },
];
