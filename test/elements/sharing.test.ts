import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, inState, mount, parts, pause, seen, tagOf, until } from '../helpers.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = 'limit="3"') =>
  `<masto-timeline instance="${host}" feed="local" ${attributes}></masto-timeline>`;

describe('several tags on a page', () => {
  it('that ask the same share one request', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 100 });
    const box = mount(local(here, 'limit="3" load="eager"').repeat(4));
    for (const tag of box.querySelectorAll('masto-timeline')) await inState(tag, undefined);
    expect(await here.asks()).to.have.length(1);
  });

  it('that one of them goes does not end the request of the others', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 200 });
    const [one, two] = [...mount(local(here, 'limit="3" load="eager"').repeat(2)).children] as HTMLElement[];
    await until(async () => (await here.asks()).length);
    one!.remove();
    await inState(two!, undefined);
    expect(await here.asks()).to.have.length(1);
  });

  it('share what they know: an edit that one has read is seen in all', async () => {
    const here = await town();
    const { id, url } = await here.post('ines', { status: 'Before' });
    const box = mount(
      `${local(here, 'limit="1"')}<masto-status src="${url}"></masto-status><masto-timeline load="eager" instance="${here.host}" account="ines" limit="2"></masto-timeline>`,
    );
    const [list, lone, person] = [...box.children] as HTMLElement[];
    for (const tag of [list!, lone!, person!]) await appears(tag, 'Before');
    await here.edit(id, { status: 'After' });
    const reader = mount(`<masto-timeline load="eager" instance="${here.host}" account="ines"></masto-timeline>`);
    await appears(reader, 'After');
    for (const tag of [list!, lone!, person!]) await appears(tag, 'After');
    for (const tag of [list!, lone!, person!]) expect(seen(tag)).to.not.contain('Before');
    expect(parts(list!, 'content')[0]!.textContent).to.equal('After');
  });

  it('an older answer does not undo the edit', async () => {
    const here = await town();
    const { id, url } = await here.post('ines', { status: 'Before' });
    const before = await here.get<unknown>(`/api/v1/statuses/${id}`);
    await here.edit(id, { status: 'After' });
    const lone = tagOf(`<masto-status src="${url}"></masto-status>`);
    await appears(lone, 'After');
    await here.breaks({ path: '/api/v1/timelines/*', body: [before] });
    const list = tagOf(local(here, 'load="eager"'));
    await appears(list, 'After');
    await pause(50);
    expect(seen(lone)).to.contain('After').and.not.contain('Before');
    expect(seen(list)).to.contain('After').and.not.contain('Before');
  });

  it('R211 what breaks in one does not break the others', async () => {
    const here = await town();
    const box = mount(`<masto-timeline feed="nonsense"></masto-timeline>${local(here)}<masto-status></masto-status>`);
    await inState(box.children[1]!, undefined);
    await inState(box.children[0]!, 'failed');
  });
});
