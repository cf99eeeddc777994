import { expect } from '@open-wc/testing';
import '../../src/index.js';
import {
  all,
  appears,
  byRole,
  focused,
  inState,
  mount,
  part,
  parts,
  pause,
  posts,
  seen,
  theOne,
  until,
} from '../helpers.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo({ top: 0, behavior: 'instant' }));

const texts = (tag: Element) => posts(tag).map(seen);
const lineOf = (tag: Element) => seen(part(tag, 'live'));
const topOf = (element: Element) => element.getBoundingClientRect().top;
const withText = (tag: Element, text: string) => posts(tag).find((post) => seen(post).includes(text))!;
const counts = (tag: Element) => parts(tag, 'pill').map(seen).join();

/** Noor's page, with a live timeline on it; the town has posts of Ines, whom she follows. */
async function livePage(attributes = 'feed="home" limit="5"', person = 'noor', before?: (here: Town) => unknown) {
  const here = await town();
  await before?.(here);
  const saved = await cameBefore(here, person);
  const box = mount(`<masto-auth></masto-auth><masto-timeline load="eager" live ${attributes}></masto-timeline>`);
  const tag = box.querySelector('masto-timeline')!;
  await inState(tag, undefined);
  await until(() => lineOf(tag) === 'Live', 'a connection');
  const api = <T>(path: string, method?: string) => asked<T>(here, saved as never, path, method);
  return { here, box, tag, api, saved };
}

describe('<masto-timeline live> at the top', () => {
  it('new posts come in by themselves, and the list is not drawn again for them', async () => {
    const { here, tag } = await livePage();
    const before = posts(tag);
    await here.post('ines', { status: 'The ferry is late' });
    await appears(tag, 'The ferry is late');
    await here.post('ines', { status: 'The ferry is here' });
    await appears(tag, 'The ferry is here');
    const now = posts(tag);
    expect(seen(now[0]!)).to.contain('The ferry is here');
    expect(seen(now[1]!)).to.contain('The ferry is late');
    expect(now.slice(2).every((post, at) => post === before[at])).to.equal(true);
    expect(counts(tag)).to.equal('');
  });
});
