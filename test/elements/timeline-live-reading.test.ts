import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, focused, pause, posts, seen, theOne, until } from '../helpers.js';
import { isLive, livePageAt, scrollPast, topOf, withText } from './live-page.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo({ top: 0, behavior: 'instant' }));

type Markers = { readonly home?: { readonly last_read_id: string } };

async function markerOf(here: Town) {
  const { home } = await asked<Markers>(
    here,
    (await cameBefore(here, 'noor')) as never,
    '/api/v1/markers?timeline[]=home',
  );
  return home?.last_read_id;
}

async function mark(here: Town, id: string) {
  const { token } = await cameBefore(here, 'noor');
  await fetch(`${here.origin}/api/v1/markers`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ home: { last_read_id: id } }),
  });
}

describe('<masto-timeline live> of home remembers where the reader was', () => {
  it('where they stop is told to their server, and nothing while they have not moved', async () => {
    const here = await town();
    const { tag } = await livePageAt(here, 'feed="home" limit="10"');
    await isLive(tag);
    await pause(2500);
    const before = (await here.asked(/markers/)).filter(({ method }) => method === 'POST');
    expect(before).to.have.length(0);
    await scrollPast(tag, 900);
    const post = posts(tag).find((each) => each.getBoundingClientRect().bottom > 0)!;
    const key = (post as HTMLElement & { entry: { key: string } }).entry.key;
    await until(async () => (await markerOf(here)) !== undefined);
    expect(key).to.contain(await markerOf(here));
  }).timeout(40_000);

  it('on the next visit it is offered, and one press leads there', async () => {
    const here = await town();
    const { id } = await here.post('ines', { status: 'I stopped here' });
    for (let n = 1; n <= 14; n++) await here.post('ines', { status: `Since then ${n}` });
    await mark(here, id);
    const { tag } = await livePageAt(here, 'feed="home" limit="5"');
    await until(() => byRole(tag, 'button', 'Continue where you were').length);
    expect(topOf(tag)).to.be.at.least(0);
    theOne(tag, 'button', 'Continue where you were').click();
    await appears(tag, 'I stopped here');
    await until(() => focused() === withText(tag, 'I stopped here'));
    expect(topOf(withText(tag, 'I stopped here')!)).to.be.within(-1, innerHeight - 100);
    expect(byRole(tag, 'button', 'Continue where you were')).to.have.length(0);
  }).timeout(40_000);

  it('who is where they were is offered nothing', async () => {
    const here = await town();
    const { id } = await here.post('ines', { status: 'The newest' });
    await mark(here, id);
    const { tag } = await livePageAt(here, 'feed="home" limit="5"');
    await isLive(tag);
    await pause(500);
    expect(byRole(tag, 'button', 'Continue where you were')).to.have.length(0);
  });

  it('without leave to read or write there, nothing is asked of the server', async () => {
    const here = await town();
    await here.forget();
    const { tag } = await livePageAt(here, `feed="local" limit="10" instance="${here.host}"`);
    await scrollPast(tag, 900);
    await pause(2500);
    expect(await here.asked(/markers/)).to.have.length(0);
    expect(seen(tag)).to.not.equal('');
  });

  it('a server without markers is no reason to say anything', async () => {
    const here = await town();
    await here.breaks({ path: '/api/v1/markers', status: 404 });
    const { tag } = await livePageAt(here, 'feed="home" limit="10"');
    await isLive(tag);
    await scrollPast(tag, 900);
    await pause(3000);
    expect(posts(tag)).to.have.length(10);
    expect(byRole(tag, 'button', 'Continue where you were')).to.have.length(0);
  });
});
