/** Every state of every tag, as a page has it. */
import { byRole, inState, mount, until } from '../helpers.js';
import { raw } from '../elements/given.js';
import type { Town } from '../elements/town.js';

type Fields = Readonly<Record<string, unknown>>;

const picture = (fields: Fields = {}) => ({
  id: '1',
  type: 'image',
  url: `${location.origin}/a.png`,
  preview_url: `${location.origin}/a.png`,
  description: 'A boat on a calm sea',
  meta: { original: { width: 800, height: 400 } },
  blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
  ...fields,
});
const poll = (fields: Fields = {}) => ({
  votes_count: 8,
  voters_count: 8,
  expired: true,
  options: [
    { title: 'Tea', votes_count: 5 },
    { title: 'Coffee', votes_count: 3 },
  ],
  ...fields,
});
const card = { url: 'https://garden.example/roses', title: 'Roses', description: 'How to cut them.', type: 'link' };

/** Posts, by what is special about them. */
export const postsOfAllKinds: Readonly<Record<string, Fields>> = {
  'plain text with links': {
    content: '<p>Hello <a href="https://a.example/tags/sea" class="mention hashtag">#sea</a>, <em>see</em> you</p>',
    replies_count: 2,
    reblogs_count: 12345,
  },
  'a boost': { reblog: raw({ id: '2', uri: 'https://a.example/2' }) },
  'a reply, edited, unlisted': { in_reply_to_id: '3', edited_at: '2026-01-02T04:00:00Z', visibility: 'unlisted' },
  'followers only': { visibility: 'private' },
  'a picture': { media_attachments: [picture()] },
  'pictures without descriptions': {
    media_attachments: [picture({ description: null }), picture({ description: '' })],
  },
  'sensitive pictures': { sensitive: true, media_attachments: [picture(), picture()] },
  'a film and a sound': { media_attachments: [picture({ type: 'video' }), picture({ type: 'audio' })] },
  'a warning': { spoiler_text: 'Spiders', content: '<p>Eight legs</p>' },
  'a poll': { poll: poll() },
  'a poll with hidden results': { poll: poll({ options: [{ title: 'Tea' }, { title: 'Coffee' }], expired: false }) },
  'a card': { card },
  'a card with a picture': { card: { ...card, image: `${location.origin}/a.png`, width: 1200, height: 630 } },
  'a card with a player': {
    card: {
      ...card,
      type: 'video',
      image: `${location.origin}/a.png`,
      html: '<iframe src="https://player.films.example/1"></iframe>',
    },
  },
  'a card with authors': {
    card: {
      ...card,
      authors: [{ name: 'Ben', account: { id: '9', acct: 'ben@b.example', url: 'https://b.example/@ben' } }],
    },
  },
  'a poll that is open': { poll: poll({ expired: false }) },
  Arabic: { content: '<p>مرحبا بالعالم</p>', language: 'ar' },
  'a quoted post': {
    quote: {
      state: 'accepted',
      quoted_status: raw({ id: '5', uri: 'https://a.example/5', quote: { state: 'pending' } }),
    },
  },
  'a quoted post with a picture, behind a warning': {
    quote: {
      state: 'accepted',
      quoted_status: raw({ id: '6', uri: 'https://a.example/6', spoiler_text: 'Sea', media_attachments: [picture()] }),
    },
  },
  'a quote that waits': { quote: { state: 'pending', quoted_status: null } },
  'a quoted post of somebody blocked': {
    quote: { state: 'blocked_account', quoted_status: raw({ id: '7', uri: 'https://a.example/7' }) },
  },
  'a long post': { content: `<p>${'A word and another one, and then some. '.repeat(20)}</p>`.repeat(4) },
  'code, a list and a quotation': {
    content: '<p>x</p><pre><code>let a = 1</code></pre><ul><li>one</li></ul><blockquote><p>said</p></blockquote>',
  },
};

/** A stage with one post of a kind. */
export async function stagedPost(kind: string, attributes = '', style = 'inline-size: 480px'): Promise<HTMLElement> {
  const stage = mount(`<div ${attributes}><masto-status></masto-status></div>`, style);
  const tag = stage.querySelector('masto-status')!;
  tag.status = raw(postsOfAllKinds[kind]);
  await inState(tag, undefined);
  return stage;
}

/** What a timeline can be in, and how it comes to that. */
export const timelineStates: Readonly<
  Record<string, (here: Town) => Promise<readonly [string, Parameters<typeof inState>[1]]>>
> = {
  'with posts': () => Promise.resolve(['feed="local" limit="10" heading="News of the harbour"', undefined]),
  loading: async (here) => {
    await here.breaks({ path: '/api/*', delay: 9000 });
    return ['feed="local"', 'loading'];
  },
  empty: async (here) => {
    await here.breaks({ path: '/api/*', body: [] });
    return ['feed="local"', 'empty'];
  },
  failed: async (here) => {
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'Not for you' } });
    return ['feed="local"', 'failed'];
  },
  'signed out': () => Promise.resolve(['feed="home"', 'signed-out']),
  'not agreed to': () => Promise.resolve(['feed="local" load="click"', 'loading']),
  'without pictures': () => Promise.resolve(['feed="local" limit="10" media="none"', undefined]),
  'pictures on demand': () => Promise.resolve(['feed="local" limit="10" media="click"', undefined]),
};

/** A stage with a timeline in that state. */
export async function stagedTimeline(here: Town, state: string, attributes = '', style = 'inline-size: 480px') {
  sessionStorage.clear();
  const [written, expected] = await timelineStates[state]!(here);
  const load = written.includes('load=') ? '' : 'load="eager"';
  const stage = mount(
    `<div ${attributes}><masto-timeline instance="${here.host}" ${load} ${written}></masto-timeline></div>`,
    style,
  );
  const tag = stage.querySelector('masto-timeline')!;
  await inState(tag, expected);
  if (state === 'loading') await until(() => byRole(tag, 'status').length);
  if (state === 'not agreed to') await until(() => byRole(tag, 'button').length);
  return stage;
}
