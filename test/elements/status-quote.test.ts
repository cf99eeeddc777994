import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, first, mount, part, parts, posts, seen, theOne, until } from '../helpers.js';
import { raw, shown } from './given.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post } from './town.js';

afterEach(forgetEverybody);

type Fields = Readonly<Record<string, unknown>>;

const bo = { id: '2', username: 'bo', acct: 'bo@b.example', display_name: 'Bo', url: 'https://b.example/@bo' };
const picture = 'https://files.example/1.png';
const poll = {
  id: '1',
  expired: true,
  votes_count: 3,
  options: [
    { title: 'Tea', votes_count: 1 },
    { title: 'Coffee', votes_count: 2 },
  ],
};

/** A post that Bo wrote, to be quoted. */
const theirs = (status: Fields = {}) =>
  raw({
    id: '50',
    uri: 'https://b.example/p/50',
    url: 'https://b.example/@bo/50',
    content: '<p>What Bo said</p>',
    account: bo,
    ...status,
  });
const line =
  '<p class="quote-inline">RE: <a href="https://b.example/@bo/50">b.example/@bo/50</a></p><p>This, but about rain.</p>';
const quoting = (quote: unknown, status: Fields = {}) => raw({ content: line, quote, ...status });
const accepted = (status: Fields = {}) => quoting({ state: 'accepted', quoted_status: theirs(status) });

/** Shows it, and waits for what it quotes. */
async function quote(status: unknown, style?: string) {
  const tag = await shown(status, style);
  await until(() => parts(tag, 'quote').length, 'the quote');
  return { tag, box: part(tag, 'quote') };
}

const press = (root: Element, name: string | RegExp) => theOne(root, 'button', name).click();

describe('<masto-status> a quoted post', () => {
  it('shows who wrote it, when, and what it says, below the words of who quotes it', async () => {
    const { tag, box } = await quote(accepted());
    expect(seen(tag)).to.match(/This, but about rain\.\nB\nBo\n@bo@b\.example\n2 Jan\nWhat Bo said/);
    expect(box.tagName).to.equal('BLOCKQUOTE');
    expect(box.getAttribute('aria-label')).to.equal('Quoted post by Bo');
    expect(all(box, '.avatar')[0]!.getBoundingClientRect().width).to.equal(20);
    expect(all(box, '.actions'), 'it is there to be read, not to be acted on').to.have.length(0);
  });

  it('the line that stands in for it is hidden whenever it is drawn', async () => {
    const { tag } = await quote(accepted());
    expect(seen(tag)).to.not.contain('RE:');
    for (const state of ['pending', 'deleted', 'unheard-of']) {
      const { tag } = await quote(quoting({ state, quoted_status: null }));
      expect(seen(tag), state).to.not.contain('RE:');
    }
    expect(seen(await shown(raw({ content: line }))), 'and shown where there is no quote').to.contain('RE:');
  });

  for (const [state, words] of Object.entries({
    pending: 'The quoted post waits for its author’s consent.',
    rejected: 'The author of the quoted post did not agree to this quote.',
    revoked: 'The quoted post has been withdrawn from here by its author.',
    deleted: 'The quoted post has been deleted by its author.',
    unauthorized: 'You may not see the quoted post.',
    'unheard-of': 'You may not see the quoted post.',
  }))
    for (const quoted_status of [null, theirs()])
      it(`${state}${quoted_status ? ', with the post all the same' : ''}: says so`, async () => {
        const { box } = await quote(quoting({ state, quoted_status }));
        expect(seen(box)).to.equal(words);
        expect(byRole(box, 'button')).to.have.length(0);
      });

  for (const [state, words] of Object.entries({
    blocked_account: 'The quoted post is by somebody you have blocked.',
    blocked_domain: 'The quoted post is from a server you have blocked.',
    muted_account: 'The quoted post is by somebody you have muted.',
  })) {
    it(`${state}: says so, and shows it after a press`, async () => {
      const { tag, box } = await quote(quoting({ state, quoted_status: theirs() }));
      expect(seen(box)).to.equal(`${words}\nShow anyway`);
      press(box, 'Show anyway');
      await appears(tag, 'What Bo said');
      expect(theOne(tag, 'button', 'Hide again').getAttribute('aria-expanded')).to.equal('true');
      press(tag, 'Hide again');
      await until(() => !seen(tag).includes('What Bo said'));
    });
    it(`${state} without the post: says so, and offers nothing`, async () => {
      const { box } = await quote(quoting({ state, quoted_status: null }));
      expect(seen(box)).to.equal(words);
    });
  }

  it('its pictures, its poll and its card are shown', async () => {
    const media_attachments = [{ id: '1', type: 'image', url: picture, preview_url: picture, description: 'A rose' }];
    const { box } = await quote(accepted({ media_attachments, poll }));
    expect(byRole(box, 'link', 'Open picture: A rose')).to.have.length(1);
    expect(seen(part(box, 'poll'))).to.contain('Coffee');
    const card = { url: 'https://garden.example/', title: 'Roses', type: 'link' };
    expect(seen((await quote(accepted({ card }))).box)).to.contain('Roses');
  });

  it('a film in it is played in it, whatever the post around it holds', async () => {
    const film = (id: string) => ({
      id,
      type: 'video',
      url: `https://files.example/${id}.webm`,
      preview_url: picture,
      description: `Film ${id}`,
    });
    const { tag, box } = await quote({
      ...accepted({ media_attachments: [film('9')] }),
      media_attachments: [film('8')],
    });
    const films = (root: Element) => all<HTMLVideoElement>(root, 'video').map(({ src }) => src.at(-6));
    for (const button of byRole(box, 'button')) button.click();
    await until(() => all(box, 'video').length);
    expect(films(tag)).to.deep.equal(['9']);
  });

  it('R114 its warning and its sensitive pictures hold, and are opened in it alone', async () => {
    const media_attachments = [{ id: '1', type: 'image', url: picture, preview_url: picture, description: 'A rose' }];
    const secret = accepted({ spoiler_text: 'Their secret', sensitive: true, media_attachments });
    const tag = await shown({ ...secret, spoiler_text: 'My secret', content: '<p>Mine</p>' });
    expect(parts(tag, 'quote')).to.have.length(0);
    press(tag, 'Show');
    await appears(tag, 'Their secret');
    const box = part(tag, 'quote');
    expect(seen(tag)).to.contain('Mine');
    expect(seen(box)).to.not.contain('What Bo said');
    press(box, 'Show');
    await appears(box, 'What Bo said');
    expect(all(box, 'img')).to.have.length(0);
    press(box, /Sensitive/);
    await until(() => all(box, '.media img').length === 1);
    press(first(tag, '.post > .warning'), 'Hide');
    await until(() => !seen(tag).includes('Their secret'));
  }).timeout(20_000);

  for (const [made, further] of Object.entries({
    'a post with a state': {
      state: 'accepted',
      quoted_status: theirs({
        id: '51',
        uri: 'https://c.example/51',
        url: 'https://c.example/51',
        content: '<p>Deep</p>',
      }),
    },
    'a name': { state: 'accepted', quoted_status_id: '77' },
    'a refusal': { state: 'rejected', quoted_status_id: null },
  }))
    it(`one level is shown; a second is a link (${made})`, async () => {
      const { tag, box } = await quote(accepted({ quote: further }));
      const link = theOne(box, 'link', 'Quotes another post') as HTMLAnchorElement;
      expect(link.href).to.equal(made.includes('state') ? 'https://c.example/51' : 'https://b.example/@bo/50');
      expect(seen(tag)).to.not.contain('Deep');
      expect(all(tag, 'blockquote')).to.have.length(1);
    });

  it('a quoted post in the form of Akkoma, Pleroma, Fedibird and the Misskey family', async () => {
    for (const [name, fields] of Object.entries({
      'the post itself': { quote: theirs() },
      'the post beside others': { quote: theirs(), quote_id: '50' },
      'in pleroma’s own corner': { pleroma: { quote: theirs(), quote_id: '50', quote_visible: true } },
      'in camelCase': { createdAt: '2026-01-02T03:04:05Z', quote: { state: 'accepted', quotedStatus: theirs() } },
    }))
      expect(seen((await quote(raw(fields))).box), name).to.contain('What Bo said');
    for (const [fields, href] of [
      [{ quote_id: '50' }, 'https://a.example/@ada/1'],
      [{ pleroma: { quote_id: '50', quote_url: 'https://b.example/p/50' } }, 'https://b.example/p/50'],
    ] as const) {
      const { box } = await quote(raw(fields));
      expect((theOne(box, 'link', 'The quoted post stands elsewhere') as HTMLAnchorElement).href).to.equal(href);
    }
    const { box } = await quote(raw({ pleroma: { quote_id: '50', quote_visible: false } }));
    expect(seen(box)).to.equal('You may not see the quoted post.');
  });

  it('nonsense in its place is no quote', async () => {
    for (const value of ['x', 7, true, [], '', 0]) {
      const tag = await shown(raw({ content: line, quote: value, quote_id: null, pleroma: value }));
      expect(seen(tag), String(value)).to.contain('RE:');
      expect(parts(tag, 'quote')).to.have.length(0);
    }
    const { box } = await quote(raw({ quote: {} }));
    expect(seen(box)).to.equal('You may not see the quoted post.');
    expect(seen((await quote(raw({ quote: { state: 'accepted', quoted_status: {} } }))).box)).to.equal(
      'You may not see the quoted post.',
    );
  });

  it('what a link in it opens is said of the quoted post, and may be done by the page', async () => {
    const content = '<p>To <a href="https://c.example/@cy">@cy</a></p>';
    const mentions = [{ id: '3', username: 'cy', acct: 'cy@c.example', url: 'https://c.example/@cy' }];
    const { tag, box } = await quote(accepted({ content, mentions }));
    const opened: string[] = [];
    tag.addEventListener('masto-open', (event) => {
      event.preventDefault();
      const { kind, name, url } = event;
      opened.push([kind, name, url].join(' '));
    });
    for (const link of byRole(box, 'link')) link.click();
    expect(opened).to.deep.equal([
      'account bo@b.example https://b.example/@bo',
      'status https://b.example/p/50 https://b.example/@bo/50',
      'account cy@c.example https://c.example/@cy',
    ]);
  });

  it('R81 a turning name stays in its place, and nothing reaches over 320 px', async () => {
    const account = { ...bo, display_name: `\u202eevil ${'W'.repeat(90)}`, acct: `bo@${'b'.repeat(80)}.example` };
    const { tag, box } = await quote(accepted({ account, content: `<p>${'x'.repeat(5000)}</p>` }), 'width: 320px');
    expect(tag.scrollWidth).to.be.at.most(320);
    expect(box.getBoundingClientRect().right).to.be.at.most(tag.getBoundingClientRect().right + 1);
    expect(seen(box)).to.not.contain('\u202e');
  });

  it('says it in German', async () => {
    const box = mount('<div lang="de"></div>');
    const tag = document.createElement('masto-status');
    tag.status = quoting({ state: 'pending', quoted_status: null });
    box.firstElementChild!.append(tag);
    await appears(tag, 'Der zitierte Beitrag wartet auf die Zustimmung');
  });
});

describe('<masto-timeline> quoted posts', () => {
  async function harbour() {
    const here = await town();
    const said = await here.post('noor', { status: 'Fog. Nothing to report but the fog.' });
    const quotes = await here.post('ines', { status: 'This, but about rain.', quoted_status_id: said.id });
    return { here, said, quotes };
  }
  const list = (here: { host: string }, attributes = 'feed="local" limit="4"') =>
    mount(`<masto-timeline load="eager" instance="${here.host}" ${attributes}></masto-timeline>`)
      .firstElementChild as HTMLElement;

  it('are there when the page is drawn: nothing moves afterwards', async () => {
    const { here } = await harbour();
    const tag = list(here);
    await until(() => posts(tag).length);
    const [post] = posts(tag);
    await until(() => parts(post!, 'content').length);
    expect(parts(post!, 'quote'), 'as soon as anything is').to.have.length(1);
    expect(seen(post!)).to.contain('Fog. Nothing to report');
  });

  it('are edited with the rest of the page', async () => {
    const { here, said } = await harbour();
    const tag = list(here);
    await appears(tag, 'Nothing to report');
    await here.edit(said.id, { status: 'Fog, and a light' });
    const other = list(here, 'account="noor" limit="1"');
    await appears(other, 'Fog, and a light');
    await until(() => seen(posts(tag)[0]!).includes('Fog, and a light'));
  });

  it('R117 visitors see none that are not for everybody', async () => {
    const { here } = await harbour();
    const secret = {
      state: 'accepted',
      quoted_status: { ...theirs({ visibility: 'private' }), content: '<p>Secret</p>' },
    };
    await here.post('ines', { status: 'Look', raw: { quote: secret } });
    const tag = list(here);
    await appears(tag, 'You may not see the quoted post.');
    expect(seen(tag)).to.not.contain('Secret');
  });

  it('of whom the reader has blocked or muted wait for a press', async () => {
    const { here, quotes } = await harbour();
    const { token } = await cameBefore(here, 'wren', 'session');
    const noor = await here.idOf('noor');
    const headers = { Authorization: `Bearer ${token}` };
    await fetch(`${here.origin}/api/v1/accounts/${noor}/mute`, { method: 'POST', headers });
    const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${quotes.url}"></masto-status>`);
    await appears(box, 'The quoted post is by somebody you have muted.');
    expect(seen(box)).to.not.contain('Fog');
    press(part(box, 'quote'), 'Show anyway');
    await appears(box, 'Nothing to report');
    const { quote } = await fetch(`${here.origin}/api/v1/statuses/${quotes.id}`, { headers }).then(
      (answer) => answer.json() as Promise<Post>,
    );
    expect((quote as { state: string }).state).to.equal('muted_account');
  });
});
