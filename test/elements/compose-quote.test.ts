import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, appears, byRole, focused, mount, pause, seen, until } from '../helpers.js';
import { button, drafts, field, formOf, isDisabled, postsOf, press, sent, setting, write } from './composing.js';
import { choose, item, more, open, row, stage } from './menu-stage.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/menu/writing.js');
  await import('../../src/elements/compose/quote/quote.js');
  await import('../../src/elements/compose/rewrite/rewrite.js');
  await import('../../src/elements/compose/poll/poll.js');
});

const formIn = (tag: Element) => all<HTMLElement>(tag, 'masto-compose')[0];
const address = (tag: Element) => all<HTMLInputElement>(tag, 'input[name=quote]')[0];
const card = (tag: Element) => all(tag, 'blockquote')[0];
const quoted = (post: Post | undefined) =>
  (post?.['quote'] as { quoted_status: { id: string } } | null | undefined)?.quoted_status.id;

/** A form with a post of Inês's beside it. */
async function withPost(draft: Readonly<Record<string, unknown>> = {}, attributes = (_url: string) => '') {
  const here = await town();
  const post = await here.post('ines', { status: 'Low tide at four', ...draft });
  const { tag } = await formOf(here, 'noor', attributes(post.url));
  return { here, post, tag };
}

async function ask(tag: Element, url: string) {
  await press(button(tag, 'Quote a post'));
  const box = await until(() => address(tag), 'the field');
  await until(() => focused() === box, 'the focus in it');
  write(box, url);
  await sendKeys({ press: 'Enter' });
}

describe('<masto-compose> quote', () => {
  it('asks for an address, shows what is quoted, and posts it', async () => {
    const { here, post, tag } = await withPost();
    await ask(tag, post.url);
    await until(() => card(tag), 'the card');
    expect(seen(card(tag)!))
      .to.include('Low tide at four')
      .and.include('@ines@');
    expect(focused()).to.equal(field(tag));
    expect(button(tag, 'Quote a post').ariaPressed).to.equal('true');
    write(field(tag), 'So it is');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [last] = await postsOf(here);
    expect(quoted(last)).to.equal(post.id);
    expect(card(tag)).to.equal(undefined);
    expect(drafts()).to.deep.equal([]);
  });

  it('the tag names it: nothing is stored before something is written, and it can be taken away', async () => {
    const { here, post, tag } = await withPost({}, (url) => `quote="${url}"`);
    await until(() => card(tag), 'the card');
    expect(drafts()).to.deep.equal([]);
    write(field(tag), 'With it');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(quoted((await postsOf(here))[0])).to.equal(post.id);
    await until(() => card(tag), 'it is there again');
    await press(button(tag, 'Do not quote it'));
    await until(() => !card(tag));
    write(field(tag), 'Without it');
    await press(button(tag, 'Post'));
    await until(async () => String((await postsOf(here))[0]!.content).includes('Without it'));
    expect((await postsOf(here))[0]!['quote']).to.equal(null);
  });

  it('R163 is kept, and there after a reload', async () => {
    const { post, tag } = await withPost();
    await ask(tag, post.url);
    await until(() => card(tag), 'the card');
    await until(() => JSON.stringify(drafts()[0]?.['quote'] ?? '').includes(post.id), 'stored');
    tag.parentElement!.remove();
    const { form } = await import('./composing.js');
    const again = (await form()).tag;
    await until(() => card(again), 'the card');
  });

  it('what its author does not let be quoted is not quoted, and that is said', async () => {
    const { here, post, tag } = await withPost({ quote_approval_policy: 'nobody' });
    await ask(tag, post.url);
    await appears(tag, 'does not let you quote this post.');
    write(field(tag), 'Nevertheless');
    await press(button(tag, 'Post'));
    await until(() => byRole(tag, 'alert').some((each) => seen(each).includes('does not let you')), 'why not');
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Do not quote it'));
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
  });

  it('what its author has forbidden meanwhile is said where it is quoted', async () => {
    const { here, post, tag } = await withPost();
    await ask(tag, post.url);
    await until(() => card(tag), 'the card');
    await here.control('PUT', `posts/${post.id}`, { quote_approval_policy: 'nobody' });
    write(field(tag), 'Too late');
    await press(button(tag, 'Post'));
    await until(() => byRole(tag, 'alert').some((each) => seen(each).includes('trying to quote')), 'why not');
    await until(() => focused() === button(tag, 'Do not quote it'), 'the focus at it');
    expect(field(tag).value).to.equal('Too late');
  });

  it('what is no address, and what the server cannot find, is said', async () => {
    const { here, tag } = await withPost();
    await ask(tag, 'low tide');
    await appears(tag, 'That is no address of a post');
    expect(focused()).to.equal(address(tag));
    address(tag)!.select();
    write(address(tag)!, `${here.origin}/@nobody/1234567`);
    await sendKeys({ press: 'Enter' });
    await appears(tag, 'cannot find that post.');
    await press(button(tag, 'Do not quote it'));
    await until(() => !seen(tag).includes('cannot find'));
    await press(button(tag, 'Quote a post'));
    await until(() => address(tag));
    await sendKeys({ press: 'Escape' });
    await until(() => !address(tag) && focused() === field(tag), 'Escape closes it');
  });

  it('a poll beside it is not sent', async () => {
    const { here, post, tag } = await withPost();
    await ask(tag, post.url);
    await until(() => card(tag), 'the card');
    write(field(tag), 'Which?');
    await press(button(tag, 'Add a poll'));
    await until(() => all(tag, '[name=choice]').length === 2);
    for (const [at, word] of ['Tea', 'Coffee'].entries()) write(all(tag, '[name=choice]')[at]!, word);
    await press(button(tag, 'Post'));
    await until(() => byRole(tag, 'alert').some((each) => seen(each).includes('cannot have a poll')), 'why not');
    expect(await sent(here)).to.equal(0);
  });

  it('R176 what is for followers makes what quotes it as narrow', async () => {
    const here = await town();
    const post = await here.post('noor', { status: 'For few', visibility: 'private' });
    const { tag } = await formOf(here, 'noor', `quote="${post.url}"`);
    await until(() => setting(tag, 'visibility').value === 'private', 'narrowed');
    const free = [...setting(tag, 'visibility').options].filter(({ disabled }) => !disabled).map(({ value }) => value);
    expect(free).to.deep.equal(['private', 'direct']);
    await appears(tag, 'It is for followers only');
  });

  it('the address of a post in the text: it is offered to quote that, and no is no', async () => {
    const { post, tag } = await withPost();
    write(field(tag), 'Look: ');
    write(field(tag), post.url);
    await appears(tag, 'Quote this post, in the place of its address?');
    await press(byRole(tag, 'button', 'No')[0]!);
    await until(() => !seen(tag).includes('in the place of its address'));
    write(field(tag), ' indeed');
    await pause(50);
    expect(seen(tag)).to.not.include('in the place of its address');
  });

  it('and yes puts it there, and takes the address out', async () => {
    const { post, tag } = await withPost();
    write(field(tag), 'Look: ');
    write(field(tag), post.url);
    await appears(tag, 'Quote this post, in the place of its address?');
    await press(button(tag, 'Quote it'));
    await until(() => card(tag), 'the card');
    await until(() => field(tag).value === 'Look: ');
  });

  it('a server that knows no quotes has no tool for it, and a tag that names one says so', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Low tide' });
    await here.control('PATCH', 'settings', { version: '4.2' });
    const { tag } = await formOf(here, 'noor', `quote="${post.url}"`);
    await appears(tag, 'posts cannot be quoted.');
    expect(byRole(tag, 'button', 'Quote a post')).to.have.length(0);
  });
});

describe('<masto-status>: a post is quoted from its menu', () => {
  it('in a form under it', async () => {
    const { tag, here, post } = await stage({}, {});
    await choose(tag, 'Quote');
    await until(() => formIn(tag) && card(formIn(tag)!), 'the card');
    const form = formIn(tag)!;
    await until(() => focused() === field(form), 'the caret in the text');
    write(field(form), 'As it is');
    await press(button(form, 'Post'));
    await appears(form, 'Your post is out.');
    expect(quoted((await postsOf(here))[0])).to.equal(post.id);
    await press(button(form, /^Close/));
    await until(() => !formIn(tag) && focused() === more(tag), 'closed');
    expect(drafts()).to.deep.equal([]);
  });

  it('is not there where the author does not let it be', async () => {
    const { tag } = await stage({ quote_approval_policy: 'nobody' });
    await open(tag);
    expect(item(tag, /^Quote/)).to.equal(undefined);
  });

  it('of a server elsewhere, read there, through the reader’s own', async () => {
    const here: Town = await town();
    const post = await here.peer.post('desmond', { status: 'Up in the hills' });
    await cameBefore(here, 'noor');
    const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
    const tag = box.querySelector('masto-status')!;
    await row(tag);
    await choose(tag, 'Quote');
    await until(() => formIn(tag) && card(formIn(tag)!), 'the card');
    const form = formIn(tag)!;
    expect(seen(card(form)!)).to.include('Up in the hills');
    expect(isDisabled(button(form, 'Post'))).to.equal(false);
    await press(button(form, 'Post'));
    await appears(form, 'Your post is out.');
    const [last] = await postsOf(here);
    expect((last!['quote'] as { state: string }).state).to.match(/accepted|pending/);
  });
});
