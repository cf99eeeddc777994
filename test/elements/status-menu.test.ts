import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import type { MastoError } from '../../src/index.js';
import { all, byRole, focused, heard, mount, nameOf, pause, posts, until } from '../helpers.js';
import {
  choose,
  confirm,
  dialogOf,
  isOpen,
  item,
  items,
  menuOf,
  more,
  open,
  plain,
  refusals,
  row,
  says,
  stage,
  told,
  writes,
} from './menu-stage.js';
import { forgetEverybody } from './signed-in.js';
import type { Post } from './town.js';

afterEach(forgetEverybody);

const focusedName = () => plain(nameOf(focused()!));
const names = (tag: Element) => items(tag).map(plain);

describe('the menu of a post', () => {
  it('is there for everybody: without an account it copies the link and leads to the post', async () => {
    const { tag, post, here } = await stage({}, { person: '' });
    await open(tag);
    expect(names(tag)).to.deep.equal(['Copy link', `Open on ${here.host}`]);
    const link = item(tag, /^Open on/) as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([post.url, '_blank', 'nofollow noopener noreferrer']);
    expect(await here.asks()).to.deep.equal([]);
  });

  it('of somebody else’s post', async () => {
    const { tag, here } = await stage();
    await open(tag);
    expect(names(tag)).to.deep.equal([
      'Copy link',
      `Open on ${here.host}`,
      'Quote',
      'Unfollow Inês Matos',
      'Mute Inês Matos',
      'Block Inês Matos',
      'Report Inês Matos',
    ]);
  });

  it('of one’s own post', async () => {
    const { tag, here } = await stage({}, { author: 'noor' });
    await open(tag);
    expect(names(tag)).to.deep.equal([
      'Copy link',
      `Open on ${here.host}`,
      'Edit',
      'Quote',
      'Pin to profile',
      'Mute conversation',
      'Delete and write anew',
      'Delete',
    ]);
  });

  it('of a post that names the reader: its conversation can be muted', async () => {
    const { tag } = await stage({ status: '@noor low tide' });
    await open(tag);
    expect(names(tag)).to.include('Mute conversation');
  });

  it('a private mention cannot be pinned', async () => {
    const { tag } = await stage({ visibility: 'direct' }, { author: 'noor' });
    await open(tag);
    expect(names(tag)).to.include('Delete').and.not.include('Pin to profile');
  });

  it('a press opens it, another closes it, and it says so', async () => {
    const { tag } = await stage();
    expect([more(tag).ariaHasPopup, more(tag).ariaExpanded, nameOf(more(tag))]).to.deep.equal([
      'menu',
      'false',
      'More',
    ]);
    await open(tag);
    await until(() => more(tag).ariaExpanded === 'true');
    more(tag).click();
    await until(() => !isOpen(tag));
    await until(() => more(tag).ariaExpanded === 'false');
    await open(tag);
  });

  it('by keyboard alone: arrows lead through it, Escape gives the focus back, letters find', async () => {
    const { tag } = await stage();
    more(tag).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => isOpen(tag), 'the menu');
    await until(() => focused() === item(tag, 'Copy link'));
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName()).to.match(/^Open on/);
    await sendKeys({ press: 'End' });
    expect(focusedName()).to.equal('Report Inês Matos');
    await sendKeys({ press: 'm' });
    expect(focusedName()).to.equal('Mute Inês Matos');
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(tag));
    expect(focused() === more(tag), 'the focus at the button').to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(tag), 'the menu again');
    await sendKeys({ press: 'Enter' });
    await says(tag, /copied|Your browser/);
  });

  it('asks how the reader stands to the author, once, and only when it is opened', async () => {
    const { tag, here } = await stage();
    await open(tag);
    const [asked] = await here.asks();
    expect(asked).to.match(/^\/api\/v1\/accounts\/relationships\?id%5B%5D=\d+$/);
    more(tag).click();
    await until(() => !isOpen(tag));
    await open(tag);
    expect((await here.asks()).length).to.equal(1);
  });

  it('with a slow server it opens all the same, and says later how the reader stands', async () => {
    const { tag, here } = await stage();
    await here.breaks({ path: '/api/v1/accounts/relationships', delay: 1500 });
    await open(tag);
    expect(names(tag)).to.include('Follow Inês Matos');
    await until(() => names(tag).includes('Unfollow Inês Matos'));
  });

  it('where it may not be asked, it is not asked, and nothing is refused', async () => {
    const { tag, here } = await stage({}, { scopes: 'read:statuses write' });
    await open(tag);
    expect(names(tag)).to.include('Follow Inês Matos');
    expect(await here.asks()).to.deep.equal([]);
  });

  it('a post without an address offers a visitor nothing, and so no menu', async () => {
    const tag = document.createElement('masto-status');
    tag.status = { id: '1', uri: 'x', url: null, content: '<p>Hi</p>', account: { id: '1', acct: 'a', username: 'a' } };
    mount('').append(tag);
    await until(() => all(tag, '.action').length === 5);
    expect(getComputedStyle(more(tag)).visibility).to.equal('hidden');
  });
});

describe('the verbs of the menu', () => {
  it('copy: the clipboard has the address, and it is said', async () => {
    const { tag, post } = await stage({}, { person: '' });
    const written: string[] = [];
    const before = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
    });
    try {
      await choose(tag, 'Copy link');
      await says(tag, 'Link copied.');
    } finally {
      delete (navigator as { clipboard?: unknown }).clipboard;
    }
    expect(before).not.to.equal(undefined);
    expect(written).to.deep.equal([post.url]);
    expect(focused() === more(tag), 'the focus at the button').to.equal(true);
  });

  it('copy, where the browser does not let it: the address stands there, marked', async () => {
    const { tag, post } = await stage({}, { person: '' });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const real = document.execCommand.bind(document);
    document.execCommand = () => false;
    try {
      await choose(tag, 'Copy link');
      await says(tag, 'Your browser does not let this page copy.');
    } finally {
      delete (navigator as { clipboard?: unknown }).clipboard;
      document.execCommand = real;
    }
    expect(all<HTMLInputElement>(tag, '.told input')[0]!.value).to.equal(post.url);
  });

  it('pin and unpin', async () => {
    const { tag, truth } = await stage({}, { author: 'noor' });
    await choose(tag, 'Pin to profile');
    await says(tag, 'Pinned to your profile.');
    expect((await truth())['pinned']).to.equal(true);
    await choose(tag, 'Unpin from profile');
    await says(tag, 'No longer pinned.');
    expect((await truth())['pinned']).to.equal(false);
  });

  it('a sixth pin is refused in a sentence that says why', async () => {
    const { here, tag, truth } = await stage({}, { author: 'noor' });
    const pinned = await here.get<Post[]>(`/api/v1/accounts/${await here.idOf('noor')}/statuses?pinned=true`);
    for (let n = pinned.length; n < 5; n++) {
      const { id } = await here.post('noor', { status: `Pinned ${n}` });
      await truth(`/api/v1/statuses/${id}`);
      const other = mount(
        `<masto-status load="eager" src="${here.origin}/@noor/${id}"></masto-status>`,
      ).firstElementChild!;
      await row(other);
      await choose(other, 'Pin to profile');
      await says(other, 'Pinned to your profile.');
    }
    const error = heard(tag, 'masto-error');
    await choose(tag, 'Pin to profile');
    await until(() => refusals(tag).some((text) => text.includes('holds only a few pinned posts')), 'the refusal');
    expect(((await error).error as MastoError).failure).to.equal('refused');
    await open(tag);
    expect(names(tag), 'and it is not shown as done').to.include('Pin to profile');
  });

  it('mute a conversation, and hear it again by Undo', async () => {
    const { tag, truth } = await stage({ status: '@noor low tide' });
    await choose(tag, 'Mute conversation');
    await says(tag, 'You will not be notified of this conversation.');
    expect((await truth())['muted']).to.equal(true);
    all<HTMLButtonElement>(tag, '[value=undo]')[0]!.click();
    await says(tag, 'You will be notified of this conversation again.');
    expect((await truth())['muted']).to.equal(false);
  });

  it('unfollow, and follow again by Undo; the menu says how it stands, in every tag', async () => {
    const { here, post, tag } = await stage();
    const other = mount(`<masto-status load="eager" src="${post.url}"></masto-status>`).firstElementChild!;
    await row(other);
    await choose(tag, 'Unfollow Inês Matos');
    await says(tag, 'You no longer follow Inês Matos.');
    await open(other);
    expect(names(other)).to.include('Follow Inês Matos');
    other.remove();
    all<HTMLButtonElement>(tag, '[value=undo]')[0]!.click();
    await says(tag, 'You follow Inês Matos.');
    expect((await writes(here)).map((line) => line.split('/').at(-1))).to.deep.equal(['unfollow', 'follow']);
  });

  it('follow somebody who approves their followers: they are asked, and the request can be taken back', async () => {
    const { tag, truth, here } = await stage({}, { author: 'layla', person: 'wren' });
    await open(tag);
    const first = names(tag).find((name) => /follow/i.test(name))!;
    more(tag).click();
    await until(() => !isOpen(tag));
    if (first.startsWith('Unfollow')) {
      await choose(tag, first);
      await says(tag, 'You no longer follow');
    }
    await choose(tag, /^Follow /);
    await says(tag, 'has been asked to let you follow.');
    const id = await here.idOf('layla');
    const [now] = await truth<Record<string, unknown>[]>(`/api/v1/accounts/relationships?id[]=${id}`);
    expect([now!['following'], now!['requested']]).to.deep.equal([false, true]);
    await choose(tag, 'Cancel follow request');
    await says(tag, 'You no longer follow');
    const [then] = await truth<Record<string, unknown>[]>(`/api/v1/accounts/relationships?id[]=${id}`);
    expect(then!['requested']).to.equal(false);
  });

  for (const [verb, undo, said, field] of [
    ['Mute', 'Unmute', 'You have muted Inês Matos.', 'muting'],
    ['Block', 'Unblock', 'You have blocked Inês Matos.', 'blocking'],
  ] as const)
    it(`${verb.toLowerCase()}: asked first, done, said, and undone`, async () => {
      const { here, tag, truth } = await stage();
      const id = await here.idOf('ines');
      const stands = async () =>
        (await truth<Record<string, unknown>[]>(`/api/v1/accounts/relationships?id[]=${id}`))[0]![field];
      await choose(tag, `${verb} Inês Matos`);
      await confirm(tag);
      await says(tag, said);
      expect(await stands()).to.equal(true);
      expect(focused() === more(tag), 'the focus at the button').to.equal(true);
      await choose(tag, `${undo} Inês Matos`);
      await until(async () => (await stands()) === false);
    });

  it('nothing is done when the question is answered with no', async () => {
    const { here, tag } = await stage();
    await choose(tag, 'Block Inês Matos');
    await until(() => dialogOf(tag)?.open, 'the question');
    await sendKeys({ press: 'Escape' });
    await until(() => !dialogOf(tag), 'its end');
    expect(await writes(here)).to.deep.equal([]);
    expect(focused() === more(tag), 'the focus at the button').to.equal(true);
  });

  it('delete: says what is lost, then a tombstone stands in every place of the post', async () => {
    const { here, post, tag } = await stage({}, { author: 'noor' });
    const list = mount(
      `<masto-timeline load="eager" instance="${here.host}" feed="home" limit="5"></masto-timeline>`,
    ).firstElementChild!;
    await until(() => posts(list).some((one) => one.shadowRoot!.textContent.includes('Low tide at four')));
    const twin = posts(list).find((one) => one.shadowRoot!.textContent.includes('Low tide at four'))!;
    await choose(tag, 'Delete');
    await until(() => dialogOf(tag)?.open, 'the question');
    expect(plain(dialogOf(tag)!.textContent)).to.include('cannot be brought back');
    expect(await writes(here)).to.deep.equal([]);
    await confirm(tag);
    for (const one of [tag, twin]) await until(() => all(one, '.tombstone').length === 1, 'the tombstone');
    expect((await writes(here)).map((line) => line.split('?')[0])).to.deep.equal([
      `DELETE /api/v1/statuses/${post.id}`,
    ]);
  });

  it('a refused deletion is said in the dialog, which stays', async () => {
    const { here, tag } = await stage({}, { author: 'noor' });
    await here.breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status: 500, body: { error: 'No' } });
    await choose(tag, 'Delete');
    await confirm(tag);
    await until(() => byRole(dialogOf(tag)!, 'alert').length === 1, 'the refusal');
    expect(dialogOf(tag)!.open).to.equal(true);
    expect(all(tag, '.tombstone').length).to.equal(0);
    await here.heals();
    await confirm(tag);
    await until(() => all(tag, '.tombstone').length === 1, 'the tombstone');
  });

  it('a second press of the button that does it is the same wish', async () => {
    const { here, tag } = await stage({}, { author: 'noor' });
    await here.breaks({ method: 'DELETE', path: '/api/v1/statuses/*', delay: 300 });
    await choose(tag, 'Delete');
    await confirm(tag);
    await confirm(tag);
    await until(() => all(tag, '.tombstone').length === 1, 'the tombstone');
    expect((await writes(here)).length).to.equal(1);
  });

  it('R34 what was not allowed at sign-in is asked for at its first use, and nothing is sent before', async () => {
    const { here, tag, box } = await stage({}, { scopes: 'read write:statuses' });
    const auth = box.querySelector('masto-auth')!;
    const wanted: unknown[] = [];
    Object.defineProperty(auth, 'login', { value: (...given: unknown[]) => Promise.resolve(void wanted.push(given)) });
    for (const [name, scopes] of [
      ['Unfollow Inês Matos', ['write:follows']],
      ['Mute Inês Matos', ['write:mutes']],
      ['Block Inês Matos', ['write:blocks']],
      ['Report Inês Matos', ['write:reports']],
    ] as const) {
      await choose(tag, name);
      await until(() => refusals(tag).some((text) => text.includes('You have not allowed this page')), name);
      all<HTMLButtonElement>(tag, '[value=allow]')[0]!.click();
      expect(wanted.pop()).to.deep.equal([here.host, scopes]);
      expect(dialogOf(tag)).to.equal(undefined);
    }
    expect(await writes(here)).to.deep.equal([]);
  });

  it('a refused wish is taken back, and said', async () => {
    const { here, tag } = await stage();
    await here.breaks({
      method: 'POST',
      path: '/api/v1/accounts/*',
      status: 403,
      body: { error: 'This action is not allowed' },
    });
    await choose(tag, 'Unfollow Inês Matos');
    await until(() => refusals(tag).some((text) => text.includes('does not allow that')), 'the refusal');
    await open(tag);
    expect(names(tag)).to.include('Unfollow Inês Matos');
    expect(told(tag)).not.to.include('You no longer follow');
  });

  it('a token that is no good any more: sign in again', async () => {
    const { here, tag } = await stage();
    await here.control('DELETE', 'tokens?person=noor');
    await choose(tag, /^(Unf|F)ollow /);
    await until(() => all(tag, '.told [value=sign-in]').length === 1, 'the way on');
  });
});

describe('people whom the reader wants to see no more', () => {
  const listed = async (attributes: string, person = 'noor') => {
    const { here } = await stage({}, { person });
    const list = mount(
      `<masto-timeline load="eager" instance="${here.host}" limit="20" ${attributes}></masto-timeline>`,
    ).firstElementChild!;
    await until(() => posts(list).length > 3);
    for (const one of posts(list)) await row(one);
    return { here, list };
  };
  const by = (list: Element, who: string) =>
    posts(list).filter((one) => one.shadowRoot!.querySelector('[part~=handle]')?.textContent.startsWith(`@${who}@`));
  const visible = (all: Element[]) => all.filter((one) => one.getClientRects().length > 0);

  for (const verb of ['Mute', 'Block'])
    it(`${verb.toLowerCase()}: their posts go from lists of the reader's own server, one way back stays`, async () => {
      const { here, list } = await listed('feed="local"');
      await here.post('ines', { status: 'unseen' });
      const theirs = by(list, 'ines');
      const others = posts(list).length - theirs.length;
      expect(theirs.length).to.be.greaterThan(0);
      const [one] = theirs as [HTMLElement];
      await choose(one, `${verb} Inês Matos`);
      await confirm(one);
      await says(one, verb === 'Mute' ? 'You have muted' : 'You have blocked');
      await until(() => visible(theirs).length === 1, 'the others gone');
      expect(visible(posts(list)).length).to.be.at.most(others + 1);
      expect(all(one, '.content').every((each) => !each.getClientRects().length)).to.equal(true);
      const undo = all<HTMLButtonElement>(one, '[value=undo]')[0]!;
      await until(() => focused() === undo, 'the focus at the way back');
      undo.click();
      await until(() => visible(theirs).length === theirs.length, 'all back');
      await until(() => focused() === more(one), 'the focus at the button');
    });

  it('on their own page they stay', async () => {
    const { here, list } = await listed('account="ines"');
    expect(here.host.length).to.be.greaterThan(0);
    const theirs = posts(list);
    const [one] = theirs as [HTMLElement];
    await choose(one, 'Mute Inês Matos');
    await confirm(one);
    await says(one, 'You have muted');
    await pause(100);
    expect(visible(theirs).length).to.equal(theirs.length);
    expect(menuOf(one)).not.to.equal(undefined);
  });
});
