import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoError } from '../../src/index.js';
import { all, appears, heard, inState, mount, pause, posts, seen, tagOf, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const said = 'This post is no longer available.';
const lone = ({ url }: Post, more = '') => `<masto-status load="eager" src="${url}" ${more}></masto-status>`;
const list = ({ host }: Town, limit = 3) =>
  `<masto-timeline load="eager" instance="${host}" feed="local" limit="${limit}"></masto-timeline>`;
const remove = (here: Town, { id }: Post) => here.control('DELETE', `posts/${id}`);
/** Beside another one they are asked for together, so that no answer about the one alone lies in the browser's cache. */
const beside = async (here: Town, post: Post) => lone(post) + lone(await here.post('odd', { status: 'A neighbour' }));
const deletes = async (here: Town, post: Post) => {
  await remove(here, post);
  await here.breaks();
};
const tombstones = (root: Element) => all(root, '.tombstone').map((stone) => seen(stone));

describe('a post that is gone', () => {
  it('R129 is said to be, in its place, in every tag that shows it; its neighbours stay where they are', async () => {
    const here = await town();
    await here.post('ines', { status: 'Above' });
    const post = await here.post('ines', { status: 'In the middle' });
    await here.post('ines', { status: 'Below' });
    const box = mount(list(here, 4) + (await beside(here, post)));
    await until(() => seen(box).split('In the middle').length === 3);
    await deletes(here, post);
    const late = tagOf(lone(post, 'class="late"'));
    await inState(late, 'failed');
    await until(() => tombstones(box).length === 2);
    expect(tombstones(box)).to.deep.equal([said, said]);
    expect(seen(box)).to.not.contain('In the middle');
    const shown = posts(box.querySelector('masto-timeline')!).map((each) => seen(each));
    expect(shown.map((text) => /Above|Below|neighbour/.exec(text)?.[0])).to.deep.equal([
      'neighbour',
      'Below',
      undefined,
      'Above',
    ]);
    expect(all(box, '.tombstone [role=status]')).to.have.length(2);
    expect(all(posts(box.querySelector('masto-timeline')!)[2]!, 'button, a')).to.have.length(0);
  });

  it('R130 on first load: said, with a link to it', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'x' });
    await deletes(here, post);
    const tag = tagOf(lone(post));
    await inState(tag, 'failed');
    expect(all<HTMLAnchorElement>(tag, 'a').map(({ href }) => href)).to.deep.equal([post.url]);
  });

  it('R129 an answer that was late does not bring it back', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Going' });
    const box = mount(await beside(here, post));
    await appears(box, 'Going');
    await here.breaks({ path: '/api/v1/timelines/*', delay: 600 });
    const before = await here.get<unknown[]>('/api/v1/timelines/public?local=true&limit=2');
    await remove(here, post);
    await here.breaks({ path: '/api/v1/timelines/*', body: before });
    await inState(tagOf(lone(post)), 'failed');
    await until(() => tombstones(box).length);
    const feed = tagOf(list(here, 2));
    await inState(feed, undefined);
    await pause(50);
    expect(seen(feed)).to.not.contain('Going');
    expect(tombstones(box)).to.deep.equal([said]);
  });

  it('R129 an answer less is counted at what it answered', async () => {
    const here = await town();
    const parent = await here.post('ines', { status: 'A question' });
    const reply = await here.post('noor', { status: 'An answer', in_reply_to_id: parent.id });
    const box = mount(lone(parent) + lone(reply));
    await appears(box, 'An answer');
    const count = () => all(box.querySelector('masto-status')!, '.reply')[0]!.textContent.trim();
    expect(count()).to.equal('1');
    await deletes(here, reply);
    await inState(tagOf(lone(reply)), 'failed');
    await until(() => tombstones(box).length === 1);
    await until(() => count() === '');
  });

  it('R129 what was boosted is gone: the boost says so', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Passed on' });
    const { token } = await cameBefore(here, 'noor');
    await fetch(`${here.origin}/api/v1/statuses/${post.id}/reblog`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    forgetEverybody();
    const tag = tagOf(
      `<masto-timeline load="eager" account="noor" instance="${here.host}" limit="1"></masto-timeline>`,
    );
    await appears(tag, 'Passed on');
    await deletes(here, post);
    await inState(tagOf(lone(post)), 'failed');
    await until(() => tombstones(tag).length === 1);
  });

  it('R131 acted on: the guess is taken back, it is said, and nothing is left to press', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Nearly liked' });
    await cameBefore(here, 'noor');
    const box = mount(`<masto-auth></masto-auth>${lone(post)}${list(here)}`);
    const tag = box.querySelector('masto-status')!;
    await until(() => all(tag, 'button.favourite').length === 1);
    await appears(box.querySelector('masto-timeline')!, 'Nearly liked');
    await deletes(here, post);
    const failed = heard(tag, 'masto-error');
    all(tag, 'button.favourite')[0]!.click();
    expect(((await failed).error as MastoError).failure).to.equal('not-found');
    await until(() => tombstones(box).length === 2);
    expect(all(tag, 'button')).to.have.length(0);
  });

  it('R132 410 is as good as 404, and what is gone for good is not asked for again', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Gone for good' });
    const box = mount(list(here));
    await appears(box, 'Gone for good');
    await here.breaks({ path: `/api/v1/statuses/${post.id}`, status: 410, body: { error: 'Gone' } });
    await here.forget();
    await inState(tagOf(lone(post)), 'failed');
    await until(() => tombstones(box).length === 1);
    await inState(tagOf(lone(post)), 'failed');
    expect(await here.asks(/statuses\/\d+$/)).to.have.length(1);
  });

  it('says so in German', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Weg' });
    const box = mount(`<div lang="de">${await beside(here, post)}</div>`);
    await appears(box, 'Weg');
    await deletes(here, post);
    await inState(tagOf(lone(post)), 'failed');
    await appears(box, 'Dieser Beitrag ist nicht mehr verfügbar.');
  });
});
