import { expect } from '@open-wc/testing';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { readStatus } from '../../src/mastodon/reading.js';
import { all, appears, byRole, focused, heard, mount, part, parts, pause, replace, seen, until } from '../helpers.js';
import {
  button,
  choose,
  drafts,
  field,
  form,
  isDisabled,
  postsOf,
  press,
  setting,
  warningOf,
  write,
} from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

/** The form of Noor, answering a post by its address. */
async function answering(here: Town, post: Post, attributes = '') {
  await cameBefore(here, 'noor');
  const made = await form(`in-reply-to="${post.url}" ${attributes}`);
  await appears(made.tag, /Reply to .*:/);
  await until(() => field(made.tag).value, 'who is addressed');
  return made;
}

const enabled = (tag: Element) =>
  [...setting(tag, 'visibility').options].filter(({ disabled }) => !disabled).map(({ value }) => value);

describe('<masto-compose> answering', () => {
  it('says what is answered, addresses everybody in it but the reader, and posts an answer', async () => {
    const here = await town();
    const post = await here.post('odd', { status: 'The lighthouse is @ines at night, @noor and @odd' });
    const { tag } = await answering(here, post);
    expect(seen(part(tag, 'context'))).to.equal('Reply to Odd Lunde: The lighthouse is @ines at night, @noor and @odd');
    expect(field(tag).value).to.equal('@odd @ines ');
    expect(isDisabled(button(tag, 'Reply'))).to.equal(true);
    write(field(tag), 'It is.');
    expect(field(tag).value).to.equal('@odd @ines It is.');
    const posted = heard(tag, 'masto-post');
    await press(button(tag, 'Reply'));
    await posted;
    await appears(tag, 'Your reply is out.');
    const [answer] = await postsOf(here);
    expect(answer!['in_reply_to_id']).to.equal(post.id);
    expect((answer!['mentions'] as { username: string }[]).map(({ username }) => username)).to.have.members([
      'ines',
      'odd',
    ]);
    expect(focused()).to.equal(byRole(tag, 'link', 'Open it')[0]);
    expect(field(tag).value).to.equal('@odd @ines ');
    expect(drafts()).to.deep.equal([]);
  });

  it('R176 is never seen by more people than what it answers', async () => {
    const here = await town();
    const rows: Readonly<Record<string, string[]>> = {
      public: ['public', 'unlisted', 'private', 'direct'],
      unlisted: ['unlisted', 'private', 'direct'],
      direct: ['direct'],
    };
    for (const [visibility, rest] of Object.entries(rows)) {
      const post = await here.post('ines', { status: `For @noor, ${visibility}`, visibility });
      const { tag, box } = await answering(here, post, 'visibility="public"');
      expect(setting(tag, 'visibility').value).to.equal(rest[0]);
      expect(enabled(tag)).to.deep.equal(rest);
      box.remove();
    }
  });

  it('R176 a draft that was for more people is narrowed, and so is what is sent', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'For @noor', visibility: 'direct' });
    await cameBefore(here, 'noor');
    const before = await form(`in-reply-to="${post.url}"`);
    await appears(before.tag, 'Reply to');
    write(field(before.tag), 'Between us');
    before.box.remove();
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('masto:v1:draft:'))!;
    sessionStorage.setItem(key, JSON.stringify({ ...drafts()[0], visibility: 'public' }));
    const { tag } = await answering(here, post);
    await until(() => field(tag).value.includes('Between us') && setting(tag, 'visibility').value === 'direct');
    await press(button(tag, 'Reply'));
    await appears(tag, 'Your reply is out.');
    expect((await postsOf(here))[0]!['visibility']).to.equal('direct');
  });

  it('takes the content warning over, as it is; the reader may take it away', async () => {
    const here = await town();
    const post = await here.post('odd', { status: 'A spider', spoiler_text: 'Eight legs' });
    const { tag } = await answering(here, post);
    expect(seen(part(tag, 'context'))).to.equal('Reply to Odd Lunde: Eight legs');
    expect(warningOf(tag)!.value).to.equal('Eight legs');
    await press(button(tag, 'Add a content warning'));
    await until(() => !warningOf(tag));
    write(field(tag), 'Sweet');
    await press(button(tag, 'Reply'));
    await appears(tag, 'Your reply is out.');
    expect((await postsOf(here))[0]!['spoiler_text']).to.equal('');
    await until(() => warningOf(tag)?.value === 'Eight legs');
  });

  it('R180 a post of another server is answered through the reader’s own', async () => {
    const here = await town();
    const post = await here.peer.post('desmond', { status: 'From the hills' });
    const { tag } = await answering(here, post);
    expect(field(tag).value).to.equal(`@desmond@${here.peer.host} `);
    write(field(tag), 'Hello up there');
    await press(button(tag, 'Reply'));
    await appears(tag, 'Your reply is out.');
    const [answer] = await postsOf(here);
    expect(answer!['in_reply_to_id']).to.match(/^\d+$/);
    expect(answer!['mentions']).to.have.length(1);
  });

  it('R180 one that cannot be found there is not answered: it is said, with a way to it', async () => {
    const here = await town();
    await cameBefore(here, 'noor');
    const url = 'https://elsewhere.example/@x/1?a=b';
    const { tag } = await form(`in-reply-to="${url}"`);
    await appears(tag, `${here.host} cannot find the post that you answer.`);
    const links = byRole(tag, 'link').map((link) => (link as HTMLAnchorElement).href);
    expect(links).to.include.members([url, `${here.origin}/authorize_interaction?uri=${encodeURIComponent(url)}`]);
    write(field(tag), 'Into the void');
    expect(isDisabled(button(tag, 'Reply'))).to.equal(true);
    await press(button(tag, 'Reply'));
    await pause(200);
    expect((await postsOf(here))[0]!.content).to.not.contain('Into the void');
    expect(field(tag).value).to.equal('Into the void');
  });

  it('R180 a server that does not answer is asked again when the reader says so', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Try again' });
    await cameBefore(here, 'noor');
    await here.breaks({ path: '/api/v2/search', refuse: true });
    const { tag } = await form(`in-reply-to="${post.url}"`);
    await appears(tag, 'does not answer. What you wrote is kept.');
    await here.heals();
    await press(button(tag, 'Try again'));
    await until(() => field(tag).value === '@ines ');
    expect(seen(byRole(tag, 'alert')[0]!)).to.equal('');
  });

  it('R180 without leave to search, the reader is asked for it', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Find me' });
    await cameBefore(here, 'noor', 'session', 'profile write:statuses read:statuses');
    const { tag, box } = await form(`in-reply-to="${post.url}"`);
    await appears(tag, 'has to look for it');
    let extra: unknown;
    replace(box.querySelector('masto-auth')!, 'login', (_, scopes) => {
      extra = scopes;
      return Promise.resolve();
    });
    await press(button(tag, 'Allow it'));
    expect(extra).to.deep.equal(['read:search']);
  });

  it('R162 R164 what is answered is gone: the draft stays, and may go out on its own', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Soon gone' });
    const { tag } = await answering(here, post);
    write(field(tag), 'Anyway');
    await here.control('DELETE', `posts/${post.id}`);
    await press(button(tag, 'Reply'));
    await appears(tag, 'The post that you answer is not there any more. What you wrote is kept.');
    expect(field(tag).value).to.equal('@ines Anyway');
    await press(button(tag, 'Not as a reply'));
    await until(() => !parts(tag, 'context').length);
    expect(field(tag).value).to.equal('@ines Anyway');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!['in_reply_to_id']).to.equal(null);
  });

  it('is drawn while nobody is signed in, and asks nobody', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Read me' });
    await here.forget();
    const { tag } = await form(`compact in-reply-to="${post.url}"`);
    button(tag, 'Sign in to reply');
    expect(field(tag).placeholder).to.equal('Answer with your own Mastodon account, from any server');
    await press(field(tag));
    await until(() => (byRole(tag, 'link')[0] as HTMLAnchorElement)?.href === post.url);
    expect(await here.asked()).to.deep.equal([]);
  });

  describe('a post of a list', () => {
    /** Below a post, as a list draws it. */
    async function inline(here: Town, draft: Readonly<Record<string, unknown>> = {}) {
      const post = await here.post('ines', { status: 'Answer me here', ...draft });
      await cameBefore(here, 'noor');
      const box = mount('<masto-auth></masto-auth>');
      const auth = box.querySelector('masto-auth')!;
      const home = (await until(() => auth.session)) as HomeSession;
      const key = await readStatus(home, post.id);
      const tag = document.createElement('masto-compose');
      tag.parent = { facts: home, key };
      box.append(tag);
      await until(() => field(tag)?.value === '@ines ');
      return { post, tag };
    }

    it('is answered with nothing asked but its limits', async () => {
      const here = await town();
      const { post, tag } = await inline(here);
      await here.forget();
      tag.focus();
      expect(focused()).to.equal(field(tag));
      write(field(tag), 'Here I am');
      await press(button(tag, 'Reply'));
      await appears(tag, 'Your reply is out.');
      expect(await here.asks(/search/)).to.deep.equal([]);
      expect((await postsOf(here))[0]!['in_reply_to_id']).to.equal(post.id);
    });

    it('the form can be closed, and is found again as it was', async () => {
      const here = await town();
      const { tag } = await inline(here);
      write(field(tag), 'Half a');
      await choose(setting(tag, 'visibility'), 'private');
      let closed = 0;
      tag.addEventListener('close', ({ bubbles }) => (closed += bubbles ? 100 : 1));
      await press(button(tag, /^Close/));
      expect(closed).to.equal(1);
      const { parent } = tag;
      const stage = tag.parentElement!;
      tag.remove();
      const again = document.createElement('masto-compose');
      again.parent = parent;
      stage.append(again);
      await until(() => field(again)?.value === '@ines Half a');
      expect(setting(again, 'visibility').value).to.equal('private');
      expect(all(again, 'masto-status')).to.have.length(0);
    });
  });
});
