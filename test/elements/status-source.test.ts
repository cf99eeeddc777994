import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, heard, inState, mount, part, pause, seen, tagOf, theOne, until } from '../helpers.js';
import { isAlone, raw, shown } from './given.js';
import { town, type Post } from './town.js';

describe('<masto-status> where the post comes from', () => {
  it('src: the address of a post names server and post', async () => {
    const here = await town();
    const { id, url } = await here.post('ines', { status: 'Here I stand' });
    const tag = tagOf(`<masto-status src="${url}"></masto-status>`);
    expect((await heard(tag, 'masto-load')).count).to.equal(1);
    await appears(tag, 'Here I stand');
    expect(await here.asks()).to.deep.equal([`/api/v1/statuses/${id}`]);
    expect(tag.role).to.equal('article');
    expect(tag.ariaLabel).to.equal('Post by Inês Matos :fern:');
  });

  it('src: also as other servers write it', async () => {
    const here = await town();
    const { id } = await here.post('ines', { status: 'Here I stand' });
    for (const path of [
      `users/ines/statuses/${id}`,
      `notice/${id}`,
      `web/@ines/${id}`,
      `@ines/${id}/`,
      `@ines/${id}?x=1#y`,
    ])
      await appears(tagOf(`<masto-status load="eager" src="${here.origin}/${path}"></masto-status>`), 'Here I stand');
  });

  it('status-id and instance', async () => {
    const here = await town();
    const { id } = await here.post('ines', { status: 'Here I stand' });
    await appears(tagOf(`<masto-status instance="${here.host}" status-id="${id}"></masto-status>`), 'Here I stand');
    expect(await here.asks()).to.deep.equal([`/api/v1/statuses/${id}`]);
  });

  it('an id is opaque: it is never taken for a path', async () => {
    const here = await town();
    tagOf(`<masto-status instance="${here.host}" status-id="../v2/instance?x"></masto-status>`);
    await until(async () => (await here.asks()).length);
    expect(await here.asks()).to.deep.equal(['/api/v1/statuses/..%2Fv2%2Finstance%3Fx']);
  });

  it('the status property, as the API says it: nothing is asked', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Given' });
    await here.forget();
    const tag = document.createElement('masto-status');
    tag.status = post;
    const loaded = heard(tag, 'masto-load');
    mount('').append(tag);
    await loaded;
    await appears(tag, 'Given');
    expect(seen(part(tag, 'handle'))).to.equal(`@ines@${here.host}`);
    expect(await here.asks()).to.deep.equal([]);
  });

  it('the status property, as masto.js hands it over', async () => {
    const here = await town();
    const media = await here.get<Post[]>('/api/v1/timelines/public?local=true&only_media=true&limit=40');
    const post = media.find(({ sensitive }) => !sensitive)!;
    const { camelKeys } = await import('../../src/mastodon/keys.js');
    const a = await shown(post);
    const b = await shown(camelKeys(post));
    expect(seen(b)).to.equal(seen(a));
    expect(b.shadowRoot!.querySelectorAll('img').length).to.equal(a.shadowRoot!.querySelectorAll('img').length);
  });

  it('another status property is another post; none is none', async () => {
    const tag = await shown(raw({ content: '<p>One</p>' }));
    await appears(tag, 'One');
    tag.status = raw({ id: '2', uri: 'https://a.example/2', content: '<p>Two</p>' });
    await appears(tag, 'Two');
    expect(seen(tag)).to.not.contain('One');
  });

  for (const [what, status] of Object.entries({ text: 'hello', list: [], number: 7, 'empty object': {} }))
    it(`a status property that is none (${what}) is said`, async () => {
      const tag = document.createElement('masto-status');
      tag.status = status;
      mount('').append(tag);
      await inState(tag, 'failed');
      expect(byRole(tag, 'alert')).to.have.length(1);
    });

  it('R210 src changes while a request is under way: the last one wins', async () => {
    const here = await town();
    const slow = await here.post('ines', { status: 'Slow one' });
    const quick = await here.post('ines', { status: 'Quick one' });
    await here.breaks({ path: `/api/v1/statuses/${slow.id}`, delay: 300 });
    const tag = tagOf(`<masto-status src="${slow.url}"></masto-status>`);
    await until(async () => (await here.asks()).length);
    tag.setAttribute('src', quick.url);
    await appears(tag, 'Quick one');
    await pause(350);
    expect(seen(tag)).to.contain('Quick one').and.not.contain('Slow one');
  });

  it('R102 below the fold nothing is asked', async () => {
    const here = await town();
    const { url } = await here.post('ines', { status: 'Deep down' });
    const tag = mount(`<p style="block-size: 6000px"></p><masto-status src="${url}"></masto-status>`)
      .lastElementChild as HTMLElement;
    await pause(300);
    expect(await here.asks()).to.deep.equal([]);
    tag.scrollIntoView();
    await appears(tag, 'Deep down');
    scrollTo(0, 0);
  });

  it('R130 one that is not there: said, with a link to it and what the page has put inside', async () => {
    const here = await town();
    const src = `${here.origin}/@ines/1`;
    const tag = tagOf(`<masto-status src="${src}">A post by Inês</masto-status>`);
    const { error } = await heard(tag, 'masto-error');
    expect(error).to.include({ failure: 'not-found' });
    await inState(tag, 'failed');
    expect((theOne(tag, 'link') as HTMLAnchorElement).href).to.equal(src);
    await appears(tag, 'A post by Inês');
    await appears(tag, 'Not found');
  });

  it('pressed, “Try again” tries again', async () => {
    const here = await town();
    const { url } = await here.post('ines', { status: 'Late' });
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'No' } });
    const tag = tagOf(`<masto-status src="${url}"></masto-status>`);
    await heard(tag, 'masto-error');
    const again = heard(tag, 'masto-error');
    theOne(tag, 'button', 'Try again').click();
    await again;
    await here.heals();
    theOne(tag, 'button', 'Try again').click();
    await appears(tag, 'Late');
  });

  it('load="click" asks the reader first', async () => {
    sessionStorage.clear();
    const here = await town();
    const { url } = await here.post('ines', { status: 'Behind a door' });
    await here.forget();
    const tag = tagOf(`<masto-status load="click" src="${url}">A post by Inês</masto-status>`);
    await appears(tag, `Show posts from ${here.host}`);
    await appears(tag, 'A post by Inês');
    expect(await here.asks(/./)).to.deep.equal([]);
    theOne(tag, 'button', `Show posts from ${here.host}`).click();
    await appears(tag, 'Behind a door');
  });

  it('R117 one that is not public is not shown, whatever a server lets slip', async () => {
    const here = await town();
    const { url } = await here.post('ines', { status: 'For followers', raw: { visibility: 'private' } });
    const tag = tagOf(`<masto-status src="${url}"></masto-status>`);
    await inState(tag, 'failed');
    expect(seen(tag)).to.not.contain('For followers');
  });

  const senseless: Readonly<Record<string, string>> = {
    'no attribute at all': '',
    'an instance but no post': 'instance="mastodon.social"',
    'a src without a post': 'src="https://mastodon.social/"',
    'a src that is no address': 'src="not an address"',
    'a load that is none': 'src="https://mastodon.social/@a/1" load="soon"',
  };
  for (const [what, attributes] of Object.entries(senseless))
    it(`${what} is said, on the console too, and nothing is asked`, async () => {
      const { isQuiet, warned } = isAlone();
      const tag = tagOf(`<masto-status ${attributes}></masto-status>`);
      await inState(tag, 'failed');
      expect(byRole(tag, 'alert')).to.have.length(1);
      await until(() => warned().length === 1);
      expect(warned()[0]).to.contain('<masto-status>');
      expect(isQuiet()).to.equal(true);
    });
});
