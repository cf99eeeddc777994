import { expect } from '@open-wc/testing';
import '../../src/index.js';
import {
  all,
  appears,
  byRole,
  inState,
  mount,
  parts,
  pause,
  posts,
  replace,
  seen,
  tagOf,
  theOne,
  until,
} from '../helpers.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = '', inside = '') =>
  `<masto-timeline instance="${host}" feed="local" limit="3" ${attributes}>${inside}</masto-timeline>`;
/** As high as many screens. */
const above = '<div style="block-size: 6000px"></div>';
const agree = (tag: HTMLElement, { host }: Town) => theOne(tag, 'button', `Show posts from ${host}`).click();

describe('<masto-timeline load>', () => {
  it('R102 visible: below the fold nothing is asked, until it comes near', async () => {
    const here = await town();
    const tag = mount(above + local(here)).querySelector('masto-timeline')!;
    await inState(tag, 'loading');
    await pause(300);
    expect(await here.asks(/./)).to.deep.equal([]);
    scrollTo(0, 6000 - innerHeight - 2000);
    await pause(200);
    expect(await here.asks(/./)).to.deep.equal([]);
    // In a frame, as one engine runs its tests, the margin belongs to the page around: there it must be seen.
    scrollTo(0, 6000 - innerHeight + (self === top ? -300 : 200));
    await inState(tag, undefined);
    expect(await here.asks()).to.have.length(1);
    scrollTo(0, 0);
  });

  it('R102 visible: nothing is asked while it is hidden', async () => {
    const here = await town();
    const box = mount(`<div hidden>${local(here)}</div>`).firstElementChild as HTMLElement;
    const tag = box.querySelector('masto-timeline')!;
    await pause(200);
    expect(await here.asks(/./)).to.deep.equal([]);
    box.hidden = false;
    await inState(tag, undefined);
    expect(posts(tag)).to.have.length(3);
  });

  it('R102 visible: the pictures below are not asked for either', async () => {
    const here = await town();
    const tag = mount(local(here, 'only-media')).querySelector('masto-timeline')!;
    await inState(tag, undefined);
    for (const image of all<HTMLImageElement>(tag, 'img')) expect(image.loading).to.equal('lazy');
  });

  it('eager: asks wherever it stands', async () => {
    const here = await town();
    const tag = mount(above + local(here, 'load="eager"')).querySelector('masto-timeline')!;
    await inState(tag, undefined);
    expect(posts(tag)).to.have.length(3);
  });

  it('no tag on the page asks anything without an instance', async () => {
    const tag = tagOf('<masto-timeline feed="local"></masto-timeline>');
    await inState(tag, 'failed');
    await appears(tag, 'No server is named');
  });
});

describe('<masto-timeline load="click">', () => {
  beforeEach(() => sessionStorage.clear());

  it('R103 R113 says which server would be asked; nothing leaves and nothing is stored before the reader agrees', async () => {
    const before = document.cookie;
    const here = await town();
    const tag = tagOf(local(here, 'load="click"', `<a href="${here.origin}/@ines">Inês over there</a>`));
    await appears(tag, `Posts from ${here.host}`);
    await appears(tag, 'Inês over there');
    await pause(200);
    expect(await here.asks(/./)).to.deep.equal([]);
    expect(sessionStorage.length + localStorage.length).to.equal(0);
    expect(document.cookie).to.equal(before);
    expect(parts(tag, 'placeholder')).to.have.length(1);
    agree(tag, here);
    await inState(tag, undefined);
    expect(posts(tag)).to.have.length(3);
    expect(seen(tag)).to.not.contain('Inês over there');
    expect(sessionStorage.length).to.equal(1);
    expect(localStorage.length).to.equal(0);
  });

  it('R113 agreement holds for that server, on every tag of the page', async () => {
    const here = await town();
    const there = await town();
    const box = mount(
      local(here, 'load="click"') + local(here, 'load="click" only-media') + local(there, 'load="click"'),
    );
    const [one, two, other] = [...box.querySelectorAll('masto-timeline')];
    await appears(two!, `Posts from ${here.host}`);
    await appears(other!, `Posts from ${there.host}`);
    await appears(one!, `Posts from ${here.host}`);
    agree(one!, here);
    await inState(one!, undefined);
    two!.scrollIntoView();
    await inState(two!, undefined);
    other!.scrollIntoView();
    await appears(other!, `Posts from ${there.host}`);
    expect(await there.asks(/./)).to.deep.equal([]);
  });

  it('R113 agreement holds for tags that come later', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'load="click"'));
    await appears(tag, `Posts from ${here.host}`);
    agree(tag, here);
    await inState(tag, undefined);
    tag.remove();
    const later = tagOf(local(here, 'load="click" only-media'));
    await inState(later, undefined);
    expect(posts(later)).to.have.length(3);
  });

  it('R102 what was agreed to is still asked for only near the screen', async () => {
    const here = await town();
    const box = mount(local(here, 'load="click"') + above + local(here, 'load="click" only-media'));
    const [one, two] = [...box.querySelectorAll('masto-timeline')];
    await appears(one!, `Posts from ${here.host}`);
    agree(one!, here);
    await inState(one!, undefined);
    await pause(200);
    expect(await here.asks()).to.have.length(1);
    two!.scrollIntoView();
    await inState(two!, undefined);
    scrollTo(0, 0);
  });

  it('R211 works where nothing can be stored', async () => {
    const here = await town();
    replace(Storage.prototype, 'setItem', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const tag = tagOf(local(here, 'load="click"'));
    await appears(tag, `Posts from ${here.host}`);
    agree(tag, here);
    await inState(tag, undefined);
  });

  it('a heading and a senseless attribute need no agreement', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'load="click" heading="News" media="some"'));
    await inState(tag, 'failed');
    expect(byRole(tag, 'heading', 'News')).to.have.length(1);
    expect(await here.asks(/./)).to.deep.equal([]);
  });

  it('from click to visible it asks', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'load="click"'));
    await appears(tag, `Posts from ${here.host}`);
    tag.setAttribute('load', 'visible');
    await inState(tag, undefined);
    await until(() => posts(tag).length === 3);
  });
});
