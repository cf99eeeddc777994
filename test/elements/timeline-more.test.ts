import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, first, heard, inState, pause, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = '') =>
  tagOf(`<masto-timeline instance="${host}" feed="local" ${attributes}></masto-timeline>`);
const times = (tag: Element) => posts(tag).map((post) => first(post, '[part~=time]').getAttribute('href'));
/** Those of the list, not of its posts. */
const ownButtons = (tag: Element) => [...tag.shadowRoot!.querySelectorAll('button')];

/** Presses "Older posts" and waits for them. */
async function press(tag: HTMLElement) {
  const loaded = heard(tag, 'masto-load');
  theOne(tag, 'button', 'Older posts').click();
  return (await loaded).count;
}

describe('<masto-timeline more>', () => {
  it('R149 button: a page at a time, by the Link of the server', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    expect((await heard(tag, 'masto-load')).count).to.equal(5);
    const before = posts(tag);
    expect(await press(tag)).to.equal(10);
    expect(await press(tag)).to.equal(15);
    expect(posts(tag).slice(0, 5)).to.deep.equal(before);
    const listed = await here.get<{ url: string; id: string }[]>('/api/v1/timelines/public?local=true&limit=15');
    expect(times(tag)).to.deep.equal(listed.map(({ url }) => url));
    expect(await here.asks()).to.deep.equal([
      '/api/v1/timelines/public?local=true&limit=5',
      `/api/v1/timelines/public?limit=5&local=true&max_id=${listed[4]!.id}`,
      `/api/v1/timelines/public?limit=5&local=true&max_id=${listed[9]!.id}`,
      '/api/v1/timelines/public?local=true&limit=15',
    ]);
  });

  it('pressed twice, it asks once; meanwhile it says that it is busy', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    await here.breaks({ path: '/api/*', delay: 150 });
    const button = theOne(tag, 'button', 'Older posts') as HTMLButtonElement;
    button.click();
    button.click();
    await until(() => theOne(tag, 'feed').ariaBusy === 'true');
    expect(button.ariaDisabled).to.equal('true');
    await until(() => posts(tag).length === 10);
    await until(() => theOne(tag, 'feed').ariaBusy === 'false');
    expect(button.ariaDisabled).to.equal('false');
    expect(await here.asks()).to.have.length(2);
  });

  it('R149 the end is said, and there is no button', async () => {
    const here = await town();
    await here.post('ines', { status: 'only one #here' });
    const tag = tagOf(`<masto-timeline instance="${here.host}" tag="here"></masto-timeline>`);
    await inState(tag, undefined);
    theOne(tag, 'button', 'Older posts').click();
    await until(() => byRole(tag, 'img', 'No older posts').length === 1);
    expect(ownButtons(tag)).to.have.length(0);
    expect(posts(tag)).to.have.length(1);
  });

  it('R149 without a Link there is no more', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', headers: { Link: '' } });
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    expect(ownButtons(tag)).to.have.length(0);
    expect(byRole(tag, 'img', 'No older posts')).to.have.length(1);
  });

  it('R149 a Link that leads to the same page again is no way on', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    await here.forget();
    const listed = await here.get<{ id: string }[]>('/api/v1/timelines/public?local=true&limit=5');
    const same = `${here.origin}/api/v1/timelines/public?local=true&limit=5&max_id=${listed[4]!.id}`;
    await here.breaks({ path: '/api/*', headers: { Link: `<${same}>; rel="next"` } });
    await here.forget();
    await press(tag);
    for (let n = 0; n < 3 && byRole(tag, 'button', 'Older posts').length; n++) {
      theOne(tag, 'button', 'Older posts').click();
      await pause(100);
      await until(() => theOne(tag, 'feed').ariaBusy === 'false');
    }
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(0);
    expect(posts(tag)).to.have.length(10);
    expect((await here.asks()).length).to.be.at.most(3);
  });

  it('R149 an empty page is the end, even with a Link to a next one', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    const next = `<${here.origin}/api/v1/timelines/public?local=true&limit=5&max_id=1>; rel="next"`;
    await here.breaks({ path: '/api/*', body: [], headers: { Link: next } });
    await here.forget();
    theOne(tag, 'button', 'Older posts').click();
    await until(() => byRole(tag, 'img', 'No older posts').length === 1);
    expect(ownButtons(tag)).to.have.length(0);
    expect(posts(tag)).to.have.length(5);
    expect(await here.asks()).to.have.length(1);
  });

  it('a post that comes with two pages is listed once', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    const listed = await here.get<{ id: string }[]>('/api/v1/timelines/public?local=true&limit=5');
    const overlap = `${here.origin}/api/v1/timelines/public?local=true&limit=5&max_id=${listed[2]!.id}`;
    await here.breaks({ path: '/api/*', times: 1, headers: { Link: `<${overlap}>; rel="next"` } });
    tag.setAttribute('limit', '6');
    await until(() => posts(tag).length === 6);
    await press(tag);
    expect(new Set(times(tag)).size).to.equal(times(tag).length);
    expect(posts(tag)).to.have.length(8);
  });

  it('none: neither button nor end', async () => {
    const here = await town();
    const tag = local(here, 'limit="5" more="none"');
    await inState(tag, undefined);
    expect(ownButtons(tag)).to.have.length(0);
    expect(byRole(tag, 'img', 'No older posts')).to.have.length(0);
  });

  it('a page that does not come leaves the posts, says why, and can be asked for again', async () => {
    const here = await town();
    const tag = local(here, 'limit="5"');
    await inState(tag, undefined);
    const before = posts(tag);
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'This is not for you' } });
    const failed = heard(tag, 'masto-error');
    theOne(tag, 'button', 'Older posts').click();
    const { error } = await failed;
    expect(error).to.include({ name: 'MastoError', failure: 'forbidden' });
    await appears(tag, `${here.host} does not allow this`);
    await inState(tag, undefined);
    expect(posts(tag)).to.deep.equal(before);
    expect(byRole(tag, 'alert')).to.have.length(1);
    await here.heals();
    theOne(tag, 'button', 'Try again').click();
    await until(() => posts(tag).length === 10);
    expect(seen(tag)).to.not.contain('does not allow this');
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(1);
  });
});

describe('<masto-timeline more="scroll">', () => {
  /** A window of its own, so that nearness does not depend on the size of the browser's. */
  const end = (tag: HTMLElement) => tag.scrollIntoView({ block: 'end' });

  it('comes by itself when the reader comes near the end', async () => {
    const here = await town();
    const tag = local(here, 'limit="20" more="scroll"');
    await inState(tag, undefined);
    await pause(300);
    expect(posts(tag)).to.have.length(20);
    end(tag);
    await until(() => posts(tag).length >= 40);
  });

  it('R150 ten pages by themselves, then by button', async () => {
    const here = await town();
    const tag = local(here, 'limit="1" more="scroll"');
    await inState(tag, undefined);
    let last = 0;
    let since = Date.now();
    while (Date.now() - since < 700) {
      end(tag);
      await pause(30);
      if (posts(tag).length !== last) since = Date.now();
      last = posts(tag).length;
    }
    expect(posts(tag)).to.have.length(11);
    expect(await here.asks()).to.have.length(11);
    await press(tag);
    expect(posts(tag)).to.have.length(12);
    end(tag);
    await pause(300);
    expect(posts(tag)).to.have.length(12);
  });

  it('R150 what fails is not asked for again by itself', async () => {
    const here = await town();
    const tag = local(here, 'limit="20" more="scroll"');
    await inState(tag, undefined);
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'No' } });
    end(tag);
    await appears(tag, 'does not allow this');
    await here.forget();
    end(tag);
    await pause(300);
    expect(await here.asks()).to.have.length(0);
    expect(first(tag, '[role=feed]').ariaBusy).to.equal('false');
  });
});
