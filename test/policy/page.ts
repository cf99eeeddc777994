/** Draws everything there is on a page with a policy, and tells the test what came of it. */
/** What `policy.ts` heard. */
const { forbidden } = globalThis as unknown as { forbidden: string[] };

/** What the test is told. */
export interface Report {
  /** Everything the policy forbade, and every error. */
  readonly violations: readonly string[];
  /** The policy is in force: code from text is stopped, and HTML from text. */
  readonly strict: boolean;
  readonly typed: boolean;
  readonly body: string;
  readonly name: string;
  readonly status: string;
  readonly pictures: number;
  readonly styled: boolean;
  readonly timeline: number;
}

const instance = new URLSearchParams(location.search).get('instance') ?? '';

const picture = 'https://e.example/e.png';
const given = {
  id: '1',
  uri: 'https://s.example/1',
  url: 'https://s.example/@a/1',
  created_at: '2026-01-01T00:00:00.000Z',
  content: '<p>drawn <b>bold</b> :e: <a href="https://a.example/">link</a></p>',
  spoiler_text: '',
  visibility: 'public',
  account: { id: '1', username: 'a', acct: 'a', display_name: 'A', url: 'https://s.example/@a', avatar: '', note: '' },
  emojis: [{ shortcode: 'e', url: picture, static_url: picture }],
  media_attachments: [
    {
      id: '1',
      type: 'image',
      url: picture,
      preview_url: picture,
      description: 'd',
      blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
    },
  ],
  poll: {
    id: '1',
    expired: true,
    multiple: false,
    votes_count: 1,
    options: [{ title: 'x', votes_count: 1 }],
    emojis: [],
  },
  card: { url: 'https://c.example/', type: 'link', title: 't', description: '', image: null, width: 0, height: 0 },
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

async function until(done: () => unknown) {
  for (let tries = 0; tries < 100 && !done(); tries++) await settled();
}

/** Whether something that a policy stops is stopped here. */
function isStopped(run: () => void): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}

async function draw(): Promise<Report> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to see it stopped
  const strict = isStopped(() => new Function(''));
  const typed = isStopped(() => (document.createElement('p').innerHTML = 'x'));
  await settled();
  forbidden.length = 0;
  const { body, emojify } = await import('../../src/content/content.js');
  await import('../../src/index.js');

  const box = document.createElement('div');
  box.append(body(given.content));
  const name = document.createElement('div');
  name.append(emojify('A :e:', [{ shortcode: 'e', url: picture, staticUrl: picture }]));

  const status = Object.assign(document.createElement('masto-status'), { status: given });
  const timeline = document.createElement('masto-timeline');
  timeline.setAttribute('instance', instance);
  timeline.setAttribute('feed', 'public');
  timeline.setAttribute('load', 'eager');
  document.body.append(document.createElement('masto-auth'), status, ...(instance ? [timeline] : []));
  const posts = () => timeline.shadowRoot?.querySelectorAll('masto-status').length ?? 0;
  const root = () => status.shadowRoot;
  await until(() => root()?.querySelector('.content') && (!instance || posts() > 0));
  await settled();

  const text = root()?.querySelector('.post');
  return {
    strict,
    typed,
    violations: forbidden,
    body: box.innerHTML,
    name: name.innerHTML,
    status: text?.textContent ?? '',
    pictures: root()?.querySelectorAll('img').length ?? 0,
    styled: !!text && getComputedStyle(status).display === 'block',
    timeline: posts(),
  };
}

draw().then(
  (report) => parent.postMessage(report, '*'),
  (error: unknown) => parent.postMessage({ violations: [...forbidden, String(error)] }, '*'),
);
