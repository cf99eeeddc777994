import { expect } from '@open-wc/testing';
import { all, appears, byRole, focused, heard, hurry, pause, replace, seen, until } from '../helpers.js';
import {
  button,
  drafts,
  field,
  form,
  formOf,
  isDisabled,
  postsOf,
  press,
  sendByKeys,
  sent,
  setting,
  write,
} from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Fault, type Town } from './town.js';

afterEach(forgetEverybody);

const posting = { method: 'POST', path: '/api/v1/statuses' };
const looking = { path: '/api/v1/accounts/*/statuses' };

/** A form with words in it, ready to be sent. */
async function ready(here: Town, text = 'Fog again') {
  const made = await formOf(here);
  write(field(made.tag), text);
  return made;
}

/** The post arrives; its answer does not. */
const lost: Fault = { ...posting, empty: true, times: 1 };

const said = (tag: Element) => seen(byRole(tag, 'alert')[0]!);

describe('<masto-compose> what can go wrong', () => {
  const sentences: Readonly<Record<string, [fault: Fault, sentence: RegExp]>> = {
    '403 by the server': [{ status: 403, body: { error: 'Not for bots' } }, /does not allow this\. Not for bots/],
    '403 by a proxy': [{ status: 403, html: true }, /does not allow this/],
    '422': [
      { status: 422, body: { error: 'Validation failed: Text is rude' } },
      /did not take it\. Validation failed: Text is rude/,
    ],
    '429': [{ rateLimit: 170 }, /takes more in 3 minutes/],
    '429 without a time': [{ status: 429, body: { error: 'Slow' } }, /takes more in 1 minute\./],
    '500': [{ status: 500, body: { error: 'x' } }, /has a problem\. What you wrote is kept/],
    '503': [{ status: 503, html: true }, /has a problem\. What you wrote is kept/],
    '413 in HTML': [{ status: 413, html: true }, /did not take it/],
  };
  for (const [what, [fault, sentence]] of Object.entries(sentences))
    it(`R168 ${what}: a sentence, nothing is lost, and it can be sent again`, async () => {
      const here = await town();
      const { tag } = await ready(here);
      await here.breaks({ ...posting, ...fault, times: 1 });
      const failed = heard(tag, 'masto-error');
      await press(button(tag, 'Post'));
      expect((await failed).error.name).to.equal('MastoError');
      await until(() => sentence.test(said(tag)), `${sentence}`);
      expect(field(tag).value).to.equal('Fog again');
      expect(drafts()[0]!['text']).to.equal('Fog again');
      expect(await postsOf(here)).to.satisfy(
        (posts: { content: string }[]) => !posts[0]!.content.includes('Fog again'),
      );
      await press(button(tag, 'Post'));
      await appears(tag, 'Your post is out.');
      expect(said(tag)).to.equal('');
    });

  it('R164 what is changed beside the text while it is on its way sends it no second time', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks({ ...posting, delay: 800 });
    await press(button(tag, 'Post'));
    const choice = setting(tag, 'visibility');
    choice.value = 'direct';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await tag.updateComplete;
    expect(choice.value).to.equal('public');
    expect(isDisabled(button(tag, 'Post'))).to.equal(true);
    await appears(tag, 'Your post is out.');
  });

  it('R133 a refusal stands at the field it is about, and the focus goes there', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks({ ...posting, status: 422, body: { error: 'Validation failed: Text is rude' }, times: 1 });
    await press(button(tag, 'Post'));
    await until(() => focused() === field(tag));
    expect(field(tag).getAttribute('aria-invalid')).to.equal('true');
    const ids = field(tag).getAttribute('aria-describedby')!.split(' ');
    expect(ids.map((id) => seen(all(tag, `#${id}`)[0]!)).join(' ')).to.contain('Text is rude');
    await here.breaks({ ...posting, status: 422, body: { error: 'Validation failed: Visibility is odd' }, times: 1 });
    await press(button(tag, 'Post'));
    await until(() => focused() === setting(tag, 'visibility'));
    expect(setting(tag, 'visibility').getAttribute('aria-describedby')).to.equal('problem');
    expect(field(tag).getAttribute('aria-invalid')).to.equal('false');
  });

  it('R56 what a server says is text', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks({ ...posting, status: 422, body: { error: '<img src=x onerror=alert(1)>' }, times: 1 });
    await press(button(tag, 'Post'));
    await appears(tag, '<img src=x onerror=alert(1)>');
    expect(all(tag, 'q img')).to.have.length(0);
  });

  it('R182 offline nothing leaves, and the draft stays', async () => {
    const here = await town();
    const { tag } = await ready(here);
    replace(navigator, 'onLine' as never, false as never);
    await press(button(tag, 'Post'));
    await appears(tag, 'You are offline. What you wrote is kept');
    expect(drafts()[0]!['text']).to.equal('Fog again');
    replace(navigator, 'onLine' as never, true as never);
    expect(await here.asked()).to.deep.equal([]);
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
  });

  it('R34 without leave to post, the reader is asked for it', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'session', 'profile read:statuses');
    const { tag, box } = await form();
    const wishes: unknown[] = [];
    replace(box.querySelector('masto-auth')!, 'login', (instance, extra) => {
      wishes.push(instance, extra);
      return Promise.resolve();
    });
    write(field(tag), 'May I?');
    await press(button(tag, 'Post'));
    await appears(tag, `You have not allowed this page to post on ${here.host}.`);
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Allow it'));
    expect(wishes).to.deep.equal([here.host, ['write:statuses']]);
    expect(drafts()[0]!['text']).to.equal('May I?');
  });

  it('R50 an account that is frozen may not post, and is told so', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.control('PATCH', 'people/noor', { login: 'disabled' });
    await press(button(tag, 'Post'));
    await appears(tag, 'does not let your account post for now');
    expect(field(tag).value).to.equal('Fog again');
  });

  it('R164 a session that has ended while somebody wrote: signed in again, they find the draft and press again', async () => {
    const here = await town();
    const { token } = await cameBefore(here, 'noor');
    const before = await form();
    const auth = before.box.querySelector('masto-auth')!;
    await until(() => !before.tag.matches(':state(signed-out)'));
    write(field(before.tag), 'Written meanwhile');
    await here.control('DELETE', `tokens?token=${token}`);
    await press(button(before.tag, 'Post'));
    await appears(before.tag, `${here.host} has signed you out. Sign in again`);
    expect(field(before.tag).value).to.equal('Written meanwhile');
    expect(byRole(before.tag, 'button', 'Post')).to.have.length(0);
    let asked: string | undefined;
    replace(auth, 'login', (instance) => {
      asked = instance;
      return Promise.resolve();
    });
    await press(button(before.tag, 'Sign in again'));
    expect(asked).to.equal(here.host);
    before.box.remove();
    await cameBefore(here, 'noor');
    const { tag } = await form();
    await until(() => field(tag).value === 'Written meanwhile');
    await pause(300);
    expect((await postsOf(here))[0]!.content).to.not.contain('Written meanwhile');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!.content).to.contain('Written meanwhile');
  });
});

describe('<masto-compose> posts once', () => {
  const twice: Readonly<Record<string, (tag: HTMLElement) => Promise<void>>> = {
    'a double click': (tag) => press(button(tag, 'Post'), 2),
    'Ctrl+Enter and a click': async (tag) => {
      field(tag).focus();
      await sendByKeys();
      await press(button(tag, 'Post'));
    },
  };
  for (const [what, act] of Object.entries(twice))
    it(`R165 ${what}`, async () => {
      const here = await town();
      const { tag } = await ready(here);
      await here.breaks({ ...posting, delay: 1500 });
      await act(tag);
      expect(isDisabled(button(tag, 'Post'))).to.equal(true);
      expect(field(tag).readOnly).to.equal(true);
      await appears(tag, 'Your post is out.');
      expect(await sent(here)).to.equal(1);
      expect((await here.asked(/statuses$/))[0]!.headers).to.include('idempotency-key');
    });

  it('R165 an answer that is lost: the post is found among the reader’s own', async () => {
    const here = await town();
    const { tag } = await ready(here, 'Lost and @ines found https://example.org');
    await here.breaks(lost);
    const posted = heard(tag, 'masto-post');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(await sent(here)).to.equal(1);
    expect((await posted).url).to.equal((await postsOf(here))[0]!.url);
    expect(field(tag).value).to.equal('');
    expect(drafts()).to.deep.equal([]);
  });

  for (const [what, fault] of Object.entries({
    '504': { status: 504 },
    '502': { status: 502 },
    'no answer': { refuse: true },
  }))
    it(`R165 ${what}: not among the reader’s own, so it can be sent again, and is posted once`, async () => {
      const here = await town();
      const { tag } = await ready(here);
      // More than once: a browser tries again by itself where a connection that it had used before breaks.
      await here.breaks({ ...posting, ...fault });
      await press(button(tag, 'Post'));
      await appears(tag, 'It is not known whether it was posted: it is not among your last posts');
      expect(drafts()[0]!['text']).to.equal('Fog again');
      await here.heals();
      await press(button(tag, 'Send again'));
      await appears(tag, 'Your post is out.');
      const [last, before] = await postsOf(here);
      expect(last!.content).to.contain('Fog again');
      expect(before!.content).to.not.contain('Fog again');
    });

  it('R165 it cannot be found out: sent again with the same key, it is posted once', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks(lost, { ...looking, refuse: true });
    await press(button(tag, 'Post'));
    await appears(tag, 'does not answer now. What you wrote is kept.');
    button(tag, 'Look again');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(await sent(here)).to.equal(2);
    await here.heals();
    const [last, before] = await postsOf(here);
    expect(last!.content).to.contain('Fog again');
    expect(before!.content).to.not.contain('Fog again');
  });

  it('R165 a server that takes too long is asked what became of it', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks({ ...posting, delay: 5000, times: 1 });
    hurry(20);
    await press(button(tag, 'Post'));
    await appears(tag, 'It is not known whether it was posted', 8000);
  });

  it('R165 the key outlives the page: what was under way is looked for when the reader comes back', async () => {
    const here = await town();
    const before = await ready(here);
    await here.breaks(lost, { ...looking, refuse: true });
    await press(button(before.tag, 'Post'));
    await appears(before.tag, 'does not answer now');
    before.box.remove();
    await here.breaks({ ...looking, delay: 300 });
    const found = await form();
    await appears(found.tag, 'Looking at your last posts');
    await appears(found.tag, 'Your post is out.');
    expect(field(found.tag).value).to.equal('');
    expect(await sent(here)).to.equal(1);
    expect(drafts()).to.deep.equal([]);
  });

  it('R165 the key outlives the page: sent again, it is the same', async () => {
    const here = await town();
    const before = await ready(here);
    await here.breaks(lost, { ...looking, refuse: true });
    await press(button(before.tag, 'Post'));
    await appears(before.tag, 'does not answer now');
    before.box.remove();
    const { tag } = await form();
    await appears(tag, 'does not answer now');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(await sent(here)).to.equal(2);
    await here.heals();
    expect((await postsOf(here)).filter(({ content }) => content.includes('Fog again'))).to.have.length(1);
  });

  it('R166 another letter is another post', async () => {
    const here = await town();
    const { tag } = await ready(here);
    await here.breaks(lost, { ...looking, refuse: true });
    await press(button(tag, 'Post'));
    await appears(tag, 'does not answer now');
    write(field(tag), '!');
    await until(() => !seen(tag).includes('does not answer now'));
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    await here.heals();
    const both = (await postsOf(here)).slice(0, 2).map(({ content }) => content);
    expect(both).to.deep.equal(['<p>Fog again!</p>', '<p>Fog again</p>']);
  });

  it('R165 without leave to read, it is said that sending again is safe', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'session', 'profile write:statuses');
    const { tag } = await form();
    write(field(tag), 'Unread');
    await here.breaks(lost);
    await press(button(tag, 'Post'));
    await appears(tag, 'Sending it again does not post it twice');
    await press(button(tag, 'Send again'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here)).filter(({ content }) => content.includes('Unread'))).to.have.length(1);
  });
});
