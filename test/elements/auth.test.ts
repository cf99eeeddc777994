import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, inState, mount, pause, posts, seen, tagOf, until } from '../helpers.js';
import { town, type Town } from './town.js';

/** Two towns in which one post, and no other, tells which one was asked. */
async function twoTowns(): Promise<[Town, Town]> {
  const towns: [Town, Town] = [await town(), await town()];
  await Promise.all(towns.map((here, at) => here.post('ines', { status: `From town ${at + 1}` })));
  await Promise.all(towns.map((here) => here.forget()));
  return towns;
}

const tag = '<masto-timeline load="eager" feed="local" limit="1"></masto-timeline>';
const find = (root: ParentNode, at = 0) => root.querySelectorAll('masto-timeline')[at]!;
const unasked = async (here: Town) => expect(await here.asks()).to.deep.equal([]);

describe('<masto-auth>', () => {
  it('tags inside ask its instance', async () => {
    const [one, two] = await twoTowns();
    const box = mount(
      `<masto-auth instance="${two.host}"></masto-auth><masto-auth instance="${one.host}"><div>${tag}</div></masto-auth>`,
    );
    await appears(find(box), 'From town 1');
    await unasked(two);
  });

  for (const [what, written] of Object.entries({
    'a URL': (host: string) => `http://${host}/`,
    'a URL with a path': (host: string) => `http://${host}/about?x#y`,
    'with user@': (host: string) => `@ines@${host}`,
    'capital letters': (host: string) => host.toUpperCase(),
  }))
    it(`its instance, written as ${what}`, async () => {
      const [one] = await twoTowns();
      await appears(find(mount(`<masto-auth instance="${written(one.host)}">${tag}</masto-auth>`)), 'From town 1');
    });

  it('of two around a tag, the nearer one counts', async () => {
    const [one, two] = await twoTowns();
    const box = mount(
      `<masto-auth instance="${two.host}"><masto-auth instance="${one.host}">${tag}</masto-auth></masto-auth>`,
    );
    await appears(find(box), 'From town 1');
    await unasked(two);
  });

  it('reaches through shadow roots', async () => {
    const [one, two] = await twoTowns();
    const box = mount(
      `<masto-auth instance="${two.host}"></masto-auth><masto-auth instance="${one.host}"><p></p></masto-auth>`,
    );
    const root = box.querySelector('p')!.attachShadow({ mode: 'open' });
    root.append(tagOf(tag.replace('eager', 'visible')));
    await appears(find(root), 'From town 1');
    await unasked(two);
  });

  it('a tag outside uses the first one in document order, whenever that came', async () => {
    const [one, two] = await twoTowns();
    const box = mount(`${tag}<masto-auth instance="${two.host}"></masto-auth>`);
    await appears(find(box), 'From town 2');
    const earlier = document.createElement('masto-auth');
    earlier.instance = one.host;
    box.prepend(earlier);
    await appears(find(box), 'From town 1');
    expect(seen(find(box))).to.not.contain('From town 2');
  });

  it('a tag’s own instance wins, and so do the hosts of src and account', async () => {
    const [one, two] = await twoTowns();
    const { url } = await one.post('noor', { status: 'Noor in town 1' });
    await two.forget();
    const box = mount(`<masto-auth instance="${two.host}">
      <masto-timeline load="eager" feed="local" instance="${one.host}"></masto-timeline>
      <masto-timeline load="eager" account="@noor@${one.host}"></masto-timeline>
      <masto-status load="eager" src="${url}"></masto-status>
    </masto-auth>`);
    for (const child of box.firstElementChild!.children) await appears(child, 'Noor in town 1');
    await unasked(two);
  });

  it('an account without a host lives on its instance; so does an id', async () => {
    const [one] = await twoTowns();
    const { id } = await one.post('noor', { status: 'Noor in town 1' });
    const box = mount(`<masto-auth instance="${one.host}">
      <masto-timeline load="eager" account="noor"></masto-timeline>
      <masto-status load="eager" status-id="${id}"></masto-status>
    </masto-auth>`);
    for (const child of box.firstElementChild!.children) await appears(child, 'Noor in town 1');
  });

  it('another instance, and its tags follow: inside, and outside', async () => {
    const [one, two] = await twoTowns();
    const box = mount(`<masto-auth instance="${one.host}">${tag}</masto-auth>${tag}`);
    for (const at of [0, 1]) await appears(find(box, at), 'From town 1');
    box.querySelector('masto-auth')!.setAttribute('instance', two.host);
    for (const at of [0, 1]) await appears(find(box, at), 'From town 2');
    expect(seen(box)).to.not.contain('From town 1');
    box.querySelector('masto-auth')!.instance = one.host;
    for (const at of [0, 1]) await appears(find(box, at), 'From town 1');
    expect(seen(box)).to.not.contain('From town 2');
  });

  it('the property says what the attribute says', () => {
    const element = document.createElement('masto-auth');
    expect(element.instance).to.equal('');
    element.instance = 'a.example';
    expect(element.getAttribute('instance')).to.equal('a.example');
    element.setAttribute('instance', 'b.example');
    expect(element.instance).to.equal('b.example');
  });

  it('another instance while the first one is being asked: only the last is shown', async () => {
    const [one, two] = await twoTowns();
    await one.breaks({ path: '/api/*', delay: 400 });
    const box = mount(`<masto-auth instance="${one.host}">${tag}</masto-auth>`);
    await until(async () => (await one.asks()).length);
    box.querySelector('masto-auth')!.instance = two.host;
    await appears(find(box), 'From town 2');
    await pause(450);
    expect(seen(box)).to.not.contain('From town 1');
  });

  it('the same instance again: nothing is asked again', async () => {
    const [one] = await twoTowns();
    const box = mount(`<masto-auth instance="${one.host}">${tag}</masto-auth>`);
    await appears(find(box), 'From town 1');
    box.querySelector('masto-auth')!.instance = one.host;
    await pause(100);
    expect(await one.asks()).to.have.length(1);
  });

  it('R210 moved from one to another, a tag follows', async () => {
    const [one, two] = await twoTowns();
    const box = mount(
      `<masto-auth instance="${one.host}">${tag}</masto-auth><masto-auth instance="${two.host}"></masto-auth>`,
    );
    await appears(find(box), 'From town 1');
    box.lastElementChild!.append(find(box));
    await appears(find(box), 'From town 2');
    expect(seen(box)).to.not.contain('From town 1');
  });

  it('R210 added around a tag that found nobody to ask, it recovers', async () => {
    const [one] = await twoTowns();
    const box = mount(tag);
    await inState(find(box), 'failed');
    await appears(find(box), 'No server is named');
    const late = document.createElement('masto-auth');
    late.instance = one.host;
    box.append(late);
    await appears(find(box), 'From town 1');
    late.append(find(box));
    await pause(50);
    expect(seen(find(box))).to.contain('From town 1');
  });

  it('R210 taken away from around its children: they have nobody to ask, and recover', async () => {
    const [one, two] = await twoTowns();
    const box = mount(`<masto-auth instance="${one.host}">${tag}</masto-auth>`);
    await appears(find(box), 'From town 1');
    const around = box.querySelector('masto-auth')!;
    around.replaceWith(...around.childNodes);
    await appears(find(box), 'No server is named');
    expect(posts(find(box))).to.have.length(0);
    around.instance = two.host;
    box.prepend(around);
    await appears(find(box), 'From town 2');
  });

  it('R210 taken away, its children fall to the page’s first other one', async () => {
    const [one, two] = await twoTowns();
    const box = mount(
      `<masto-auth instance="${one.host}">${tag}</masto-auth><masto-auth instance="${two.host}"></masto-auth>${tag}`,
    );
    for (const at of [0, 1]) await appears(find(box, at), 'From town 1');
    const around = box.querySelector('masto-auth')!;
    around.replaceWith(...around.childNodes);
    for (const at of [0, 1]) await appears(find(box, at), 'From town 2');
  });

  it('R210 taken out of the document with all it has, and put back', async () => {
    const [one] = await twoTowns();
    const box = mount(`<masto-auth instance="${one.host}">${tag}</masto-auth>`);
    await appears(find(box), 'From town 1');
    const around = box.firstElementChild!;
    around.remove();
    await pause(50);
    box.append(around);
    await appears(find(box), 'From town 1');
    expect(await one.asks()).to.have.length(1);
  });

  for (const instance of ['', 'nonsense', '10.0.0.1'])
    it(`with instance="${instance}" says so in each of its tags, and asks nobody`, async () => {
      const box = mount(`<masto-auth instance="${instance}">${tag}</masto-auth>`);
      await inState(find(box), 'failed');
      await appears(find(box), instance ? `“${instance}” is no server` : 'No server is named');
    });

  it('takes no room of its own', () => {
    const box = mount('<masto-auth>a<b>b</b></masto-auth>', 'display: flex');
    expect(getComputedStyle(box.firstElementChild!).display).to.equal('contents');
    expect(box.querySelector('b')!.getBoundingClientRect().width).to.be.greaterThan(0);
  });
});
