import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MastoBeforePostEvent, MastoCompose } from '../../src/index.js';
import { all, appears, byRole, focused, heard, parts, pause, replace, seen, tagOf, until } from '../helpers.js';
import {
  button,
  choose,
  countOf,
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
  warningOf,
  write,
} from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

const options = (select: HTMLSelectElement, enabled = false) =>
  [...select.options].filter(({ disabled }) => !enabled || !disabled).map(({ value }) => value);

describe('<masto-compose>', () => {
  it('posts what is written, as it is set, and says so', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await press(button(tag, 'Add a content warning'));
    expect(focused()).to.equal(warningOf(tag));
    await sendKeys({ type: 'weather' });
    await press(field(tag));
    await sendKeys({ type: 'Fog again' });
    await choose(setting(tag, 'visibility'), 'unlisted');
    await choose(setting(tag, 'language'), 'en');
    const posted = heard(tag, 'masto-post');
    await press(button(tag, 'Post'));
    const { url, name } = await posted;
    const [post] = await postsOf(here);
    expect([post!.content, post!['spoiler_text'], post!['visibility'], post!['language']]).to.deep.equal([
      '<p>Fog again</p>',
      'weather',
      'unlisted',
      'en',
    ]);
    expect([url, name]).to.deep.equal([post!.url, post!.uri]);
    await until(() => byRole(tag, 'status').some((said) => seen(said).includes('Your post is out.')));
    expect((byRole(tag, 'link', 'Open it')[0] as HTMLAnchorElement).href).to.equal(post!.url);
    expect(field(tag).value).to.equal('');
    expect(warningOf(tag)).to.equal(undefined);
    expect(setting(tag, 'visibility').value).to.equal('public');
    expect(focused()).to.equal(field(tag));
    expect(drafts()).to.deep.equal([]);
    write(field(tag), 'x');
    await until(() => !seen(tag).includes('Your post is out.'));
  });

  it('R176 R179 proposes what the account has set; what the page says comes before that', async () => {
    const here = await town();
    await here.control('PATCH', 'people/noor', { privacy: 'private', language: 'de' });
    const own = await formOf(here);
    expect(setting(own.tag, 'visibility').value).to.equal('private');
    expect(setting(own.tag, 'language').value).to.equal('de');
    const said = await formOf(here, 'noor', 'visibility="unlisted" language="fr" text="Look at this"');
    expect(setting(said.tag, 'visibility').value).to.equal('unlisted');
    expect(setting(said.tag, 'language').value).to.equal('fr');
    expect(field(said.tag).value).to.equal('Look at this');
    const odd = await formOf(here, 'noor', 'visibility="everyone" language="english"');
    expect(setting(odd.tag, 'visibility').value).to.equal('private');
    expect(setting(odd.tag, 'language').value).to.equal('de');
  });

  it('knows all languages once somebody reaches for them, and few before', async () => {
    const { tag } = await formOf(await town());
    expect(setting(tag, 'language').options.length).to.be.lessThan(6);
    setting(tag, 'language').focus();
    await until(() => setting(tag, 'language').options.length > 150);
    const labels = [...setting(tag, 'language').options].map(({ label }) => label);
    expect(labels).to.include.members(['English', 'German', 'Basque', 'Japanese']);
    expect(new Set(labels).size).to.equal(labels.length);
  });

  describe('R62 only a press of the reader posts', () => {
    it('not a script’s click, key or submit', async () => {
      const here = await town();
      const { tag } = await formOf(here, 'noor', 'text="Not by a script"');
      button(tag, 'Post').click();
      const key = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true };
      field(tag).dispatchEvent(new KeyboardEvent('keydown', key));
      all<HTMLFormElement>(tag, 'form')[0]!.requestSubmit();
      await pause(300);
      expect(await sent(here)).to.equal(0);
      expect(all(tag, 'form[aria-busy=true]')).to.have.length(0);
      await press(button(tag, 'Post'));
      await appears(tag, 'Your post is out.');
      expect(await sent(here)).to.equal(1);
    });

    it('Enter is a new line, in the warning nothing; Ctrl+Enter posts', async () => {
      const here = await town();
      const { tag } = await formOf(here);
      await press(field(tag));
      await sendKeys({ type: 'One' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'two' });
      expect(field(tag).value).to.equal('One\ntwo');
      await press(button(tag, 'Add a content warning'));
      await sendKeys({ press: 'Enter' });
      await pause(100);
      expect(await sent(here)).to.equal(0);
      await press(field(tag));
      await sendByKeys();
      await appears(tag, 'Your post is out.');
      expect(await sent(here)).to.equal(1);
    });
  });

  it('R183 Enter that ends a composition posts nothing, nor a key that is held', async () => {
    const { sends } = await import('../../src/elements/compose/surroundings.js');
    const key = (more: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, ...more });
    expect(sends(key({}))).to.equal(true);
    expect(sends(key({ ctrlKey: false, metaKey: true }))).to.equal(true);
    expect(sends(key({ ctrlKey: false }))).to.equal(false);
    expect(sends(key({ isComposing: true }))).to.equal(false);
    expect(sends(key({ keyCode: 229 }))).to.equal(false);
    expect(sends(key({ repeat: true }))).to.equal(false);
    expect(sends(key({ key: 'a' }))).to.equal(false);
  });

  it('R184 an emoji that is deleted leaves no half', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'a👩‍👩‍👧b');
    await sendKeys({ press: 'ArrowLeft' });
    for (let n = 0; n < 3; n++) {
      await sendKeys({ press: 'Backspace' });
      expect(field(tag).value.isWellFormed(), field(tag).value).to.equal(true);
    }
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
  });

  it('R62 the page may keep a post from leaving, and hears what it says', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'Keep me');
    let text = '';
    tag.addEventListener('masto-before-post', (event: MastoBeforePostEvent) => {
      ({ text } = event);
      event.preventDefault();
    });
    await press(button(tag, 'Post'));
    await pause(200);
    expect(text).to.equal('Keep me');
    expect(await sent(here)).to.equal(0);
    expect(field(tag).value).to.equal('Keep me');
  });

  describe('R167 the limit', () => {
    it('is the server’s own: a live count, nothing longer is sent, and a text of 100,000 is taken', async () => {
      const here = await town();
      const { tag } = await formOf(here);
      expect(countOf(tag)).to.equal('500');
      write(field(tag), 'Hello @ines@hills.example https://example.org/a/very/long/path 👩‍👩‍👧');
      await until(() => countOf(tag) === String(500 - 'Hello @ines '.length - 23 - 2));
      await press(button(tag, 'Add a content warning'));
      write(warningOf(tag)!, 'fog');
      await until(() => countOf(tag) === String(500 - 'Hello @ines '.length - 23 - 2 - 3));
      field(tag).value = 'x'.repeat(100_000);
      field(tag).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until(() => countOf(tag) === '−99503');
      expect(all(tag, '[role=status]')[0]!.textContent).to.contain('Too long to be posted');
      expect(isDisabled(button(tag, 'Post'))).to.equal(true);
      await press(button(tag, 'Post'));
      await appears(tag, '99503 characters too many');
      expect(await sent(here)).to.equal(0);
      expect(focused()).to.equal(field(tag));
      expect(field(tag).getAttribute('aria-invalid')).to.equal('true');
      expect(field(tag).value).to.have.length(100_000);
    });

    it('of another server', async () => {
      const here = await town();
      const v2 = { configuration: { statuses: { max_characters: 5000, characters_reserved_per_url: 30 } } };
      await here.breaks({ path: '/api/v2/instance', body: v2 });
      const { tag } = await formOf(here);
      expect(countOf(tag)).to.equal('5000');
      write(field(tag), 'https://example.org');
      await until(() => countOf(tag) === '4970');
    });

    it('is asked once for all forms of a page, and by nobody who is not signed in', async () => {
      const here = await town();
      await cameBefore(here, 'noor');
      const box = tagOf(
        '<div><masto-auth></masto-auth><masto-compose></masto-compose><masto-compose></masto-compose></div>',
      );
      await until(() => all(box, 'masto-compose').every(countOf), 'both counts');
      expect(await here.asks(/instance/)).to.deep.equal(['/api/v2/instance']);
      forgetEverybody();
      await here.forget();
      const out = await form(`instance="${here.host}"`);
      write(field(out.tag), 'Hello');
      await pause(300);
      expect(await here.asks()).to.deep.equal([]);
    });

    it('R168 is not known: all can be written, and the server says what it thinks', async () => {
      const here = await town();
      await here.breaks({ path: '/api/v*/instance', refuse: true });
      const { tag } = await formOf(here);
      expect(countOf(tag)).to.equal('500');
    });
  });

  it('R177 nothing is posted when nothing is written', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    for (const text of ['', '  \n ']) {
      write(field(tag), text);
      expect(isDisabled(button(tag, 'Post'))).to.equal(true);
      await press(button(tag, 'Post'));
      await appears(tag, 'Write something first.');
      expect(focused()).to.equal(field(tag));
    }
    await sendByKeys();
    expect(await sent(here)).to.equal(0);
  });

  it('R176 what is for mentioned people alone needs one', async () => {
    const here = await town();
    const { tag } = await formOf(here, 'noor', 'visibility="direct"');
    write(field(tag), 'Mail me at a@b.example');
    await press(button(tag, 'Post'));
    await appears(tag, 'Name somebody with @');
    expect(await sent(here)).to.equal(0);
    write(field(tag), ' @ines');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!['visibility']).to.equal('direct');
  });

  it('the new post is in the reader’s own store, for every tag on the page', async () => {
    const here = await town();
    const { tag, box } = await formOf(here);
    write(field(tag), 'For the store');
    const posted = heard(tag, 'masto-post');
    await press(button(tag, 'Post'));
    const { name } = await posted;
    const { session } = box.querySelector('masto-auth') as unknown as {
      session: { statuses: { get(key: string): { content: string } } };
    };
    expect(session.statuses.get(name).content).to.equal('<p>For the store</p>');
  });

  describe('while nobody is signed in', () => {
    it('may be written in; its button leads to signing in', async () => {
      const here = await town();
      const { tag, box } = await form();
      expect(tag.matches(':state(signed-out)')).to.equal(true);
      write(field(tag), 'From nobody yet');
      const asked: unknown[] = [];
      replace(box.querySelector('masto-auth') as unknown as { login: unknown }, 'login', (...args: unknown[]) => {
        asked.push(args[0]);
        return Promise.resolve();
      });
      await press(button(tag, 'Sign in to post'));
      await sendByKeys();
      expect(asked).to.have.length(2);
      expect(drafts()[0]!['text']).to.equal('From nobody yet');
      expect(await sent(here)).to.equal(0);
    });

    it('is not shown where nobody can sign in; what the page has put inside is', async () => {
      const tag = tagOf<MastoCompose>('<masto-compose><a href="https://example.org/">Write there</a></masto-compose>');
      await appears(tag, 'Write there');
      expect(parts(tag, 'field')).to.have.length(0);
      tag.replaceChildren();
      await appears(tag, '<masto-auth>');
    });
  });

  describe('as a comment box', () => {
    it('is one line until it is used, and again once nothing is left', async () => {
      const { tag } = await formOf(await town(), 'noor', 'compact');
      const height = () => tag.getBoundingClientRect().height;
      await until(() => height() < 60, 'one line');
      const options = () => setting(tag, 'visibility').checkVisibility();
      expect(options()).to.equal(false);
      await press(field(tag));
      await until(options);
      await sendKeys({ type: 'x' });
      (focused() as HTMLElement).blur();
      await pause(50);
      expect(options()).to.equal(true);
      await press(field(tag));
      await sendKeys({ press: 'Backspace' });
      (focused() as HTMLElement).blur();
      await until(() => height() < 60, 'one line again');
    });
  });

  it('takes the focus once it can be written in', async () => {
    await cameBefore(await town(), 'noor');
    const { box } = await form();
    const late = document.createElement('masto-compose');
    late.lang = 'de';
    box.append(late);
    late.focus();
    await until(() => field(late) && focused() === field(late));
  });

  it('grows with what is written', async () => {
    const { tag } = await formOf(await town());
    const before = field(tag).offsetHeight;
    write(field(tag), 'line\n'.repeat(8));
    await until(() => field(tag).offsetHeight > before + 40);
    expect(field(tag).scrollHeight).to.be.at.most(field(tag).offsetHeight + 2);
  });

  it('R176 a choice of audience, each in words', async () => {
    const { tag } = await formOf(await town());
    expect(options(setting(tag, 'visibility'), true)).to.deep.equal(['public', 'unlisted', 'private', 'direct']);
    expect([...setting(tag, 'visibility').options].map(({ label }) => label)).to.deep.equal([
      'Public · Everyone, and in public timelines',
      'Quiet public · Everyone, but not in timelines',
      'Followers · Only people who follow you',
      'Mentioned people · Only those you name',
    ]);
    await choose(setting(tag, 'visibility'), 'private');
    await appears(tag, 'Followers');
  });
});
