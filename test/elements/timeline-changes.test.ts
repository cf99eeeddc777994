import { expect } from '@open-wc/testing';
import '../../src/index.js';
import {
  appears,
  byRole,
  heard,
  inState,
  part,
  pause,
  posts,
  replace,
  seen,
  tagOf,
  theOne,
  until,
} from '../helpers.js';
import { town } from './town.js';

const isLoaded = (tag: HTMLElement) => inState(tag, undefined);
const urls = (tag: Element) => posts(tag).map((post) => part(post, 'time').getAttribute('href'));

describe('R210 attributes that change', () => {
  it('R210 ask anew, and only what they ask is shown', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('account', 'ines');
    await loaded;
    expect(posts(tag).every((post) => seen(post).includes('Inês Matos'))).to.equal(true);
    expect(posts(tag)).to.have.length(5);
  });

  it('R210 several in one turn ask once', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.forget();
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    tag.setAttribute('limit', '4');
    tag.toggleAttribute('only-media', true);
    await loaded;
    expect(await here.asks()).to.deep.equal(['/api/v1/trends/statuses?limit=4']);
  });

  it('R210 what does not change what is asked asks nothing', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const before = posts(tag);
    await here.forget();
    tag.setAttribute('heading', 'News');
    tag.setAttribute('more', 'none');
    tag.setAttribute('class', 'x');
    await until(() => byRole(tag, 'heading', 'News').length === 1);
    await pause(50);
    expect(await here.asks()).to.deep.equal([]);
    expect(posts(tag)).to.deep.equal(before);
  });

  it('R210 while a request is under way: the last one wins, whichever answer comes last', async () => {
    const here = await town();
    await here.breaks({ path: '/api/v1/timelines/public', delay: 400 }, { path: '/api/v1/trends/*', delay: 100 });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await until(async () => (await here.asks()).length === 1);
    tag.setAttribute('feed', 'trending');
    const { count } = await heard(tag, 'masto-load');
    expect(count).to.equal(5);
    const trending = urls(tag);
    let more = 0;
    tag.addEventListener('masto-load', () => more++);
    await pause(500);
    expect(urls(tag)).to.deep.equal(trending);
    expect(more).to.equal(0);
  });

  it('R210 while an answer is being read: nothing of it is shown, whatever the moment', async () => {
    const here = await town();
    await here.post('ines', { status: 'The first list #one' });
    await here.post('ines', { status: 'The second list #two' });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const { text } = Response.prototype;
    for (let turns = 0; turns < 40; turns++) {
      const tag = tagOf(`<masto-timeline instance="${here.host}" tag="one" limit="${turns + 1}"></masto-timeline>`);
      replace(Response.prototype, 'text', async function (this: Response) {
        const body = await text.call(this);
        if (this.url.includes('/tag/one'))
          void (async () => {
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            tag.setAttribute('tag', 'two');
          })();
        return body;
      });
      await appears(tag, 'The second list');
      expect(seen(tag), `after ${turns} turns`).to.not.contain('The first list');
      expect(posts(tag), `after ${turns} turns`).to.have.length(1);
      tag.remove();
    }
  });

  it('R210 there and back: the request that was given up is made again', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 150 });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await until(async () => (await here.asks()).length === 1);
    tag.setAttribute('feed', 'trending');
    await until(async () => (await here.asks()).length === 2);
    tag.setAttribute('feed', 'local');
    await heard(tag, 'masto-load');
    const local = await here.get<{ url: string }[]>('/api/v1/timelines/public?local=true&limit=5');
    expect(urls(tag)).to.deep.equal(local.map(({ url }) => url));
  });

  it('R210 another instance', async () => {
    const here = await town();
    const there = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('instance', there.host);
    await loaded;
    expect(urls(tag).every((url) => url?.startsWith(there.origin))).to.equal(true);
  });

  it('R210 what fails now does not leave what was asked before', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" account="ines" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('account', 'nobody-by-this-name');
    await appears(tag, 'Not found');
    await inState(tag, 'failed');
    expect(seen(tag)).to.not.contain('Inês Matos');
  });

  it('R210 from good to senseless and back', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('feed', 'nonsense');
    await inState(tag, 'failed');
    await appears(tag, 'nonsense');
    tag.setAttribute('feed', 'trending');
    await isLoaded(tag);
    expect(posts(tag)).to.have.length(5);
  });

  it('R210 from a good server to no server at all', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('instance', 'nonsense');
    await inState(tag, 'failed');
    await appears(tag, '“nonsense” is no server');
  });

  it('R210 a next page that failed is forgotten with the list it belonged to', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.breaks({ path: '/api/v1/timelines/*', status: 404, body: { error: 'Record not found' } });
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, 'Not found');
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    await loaded;
    await isLoaded(tag);
    expect(seen(tag)).to.not.contain('Not found');
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(1);
  });

  it('R210 a next page under way belongs to the list it was asked for', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.breaks({ path: '/api/v1/timelines/*', delay: 300 });
    theOne(tag, 'button', 'Older posts').click();
    await until(async () => (await here.asks()).length === 2);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    await loaded;
    await pause(400);
    expect(posts(tag)).to.have.length(5);
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(1);
  });
});
