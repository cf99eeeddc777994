import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { all, appears, atRest, byRole, first, focused, seen, until } from '../helpers.js';
import { button, drafts, field, form, formOf, postsOf, press, sent, warningOf, write } from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';
import { add, areUp, describeNth, film, image, media, picture, sizeOf, tilesOf } from './uploading.js';

afterEach(forgetEverybody);

const uploads = /^\/api\/v[12]\/media$/;
const names = (tag: Element) => tilesOf(tag).map((tile) => tile.querySelector('.hidden')!.textContent);

describe('<masto-compose> files', () => {
  it('R177 a picture goes up, can be described, and is posted without a word', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('harbour.png'));
    await areUp(tag);
    expect(names(tag)).to.deep.equal(['Describe it: picture 1']);
    await describeNth(tag, 0, 'Fog in the harbour');
    await until(() => focused() === tilesOf(tag)[0]);
    expect(names(tag)).to.deep.equal(['ALT, picture 1: Fog in the harbour']);
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [file] = media((await postsOf(here))[0]!);
    expect([file!.type, file!.description]).to.deep.equal(['image', 'Fog in the harbour']);
    expect(tilesOf(tag)).to.have.length(0);
    expect(drafts()).to.deep.equal([]);
  });

  it('several at once, pasted and dropped, keep their order; nothing is asked but for the files', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    const give = (type: string, ...files: File[]) => {
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
      Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data });
      field(tag).dispatchEvent(event);
    };
    give('paste', await picture('one.png', 40, 30), await picture('two.png', 50, 30));
    await until(() => tilesOf(tag).length === 2);
    give('drop', await picture('three.png', 60, 30));
    await until(() => tilesOf(tag).length === 3);
    await areUp(tag);
    expect(await here.asks()).to.deep.equal(['/api/v2/media', '/api/v2/media', '/api/v2/media']);
    write(field(tag), 'Three');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(sizeOf)).to.deep.equal(['40×30', '50×30', '60×30']);
  });

  it('reminds once of what is not described: it can be described, or posted as it is', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('a.png'), await picture('b.png'));
    await areUp(tag);
    await press(button(tag, 'Post'));
    await appears(tag, '2 files have no description.');
    await press(button(tag, 'Describe it'));
    await until(() => focused()?.matches('dialog textarea'));
    write(focused() as HTMLElement, 'A');
    await press(button(tag, 'Done'));
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(({ description }) => description)).to.deep.equal(['A', null]);
  });

  it('can be put into another order by keys, by buttons and by dragging, which is said', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('a.png', 40, 30), await picture('b.png', 50, 30), await picture('c.png', 60, 30));
    await areUp(tag);
    for (const [at, text] of ['A', 'B', 'C'].entries()) await describeNth(tag, at, text);
    const order = () =>
      names(tag)
        .map((name) => name.at(-1))
        .join('');
    expect(order()).to.equal('ABC');
    tilesOf(tag)[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => order() === 'BAC' && focused() === tilesOf(tag)[1]);
    expect(byRole(tag, 'status').map(seen).join()).to.contain('Now it is 2 of 3');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => order() === 'BCA');
    await press(tilesOf(tag)[2]!);
    await press(button(tag, 'Move earlier'));
    await until(() => order() === 'BAC');
    await press(button(tag, 'Done'));
    const [from, to] = [tilesOf(tag)[0]!, tilesOf(tag)[2]!].map((tile) => tile.getBoundingClientRect());
    const move = (type: string, { left, top }: DOMRect, by: number) => {
      const at = { clientX: left + by, clientY: top + by, button: 0, buttons: 1, pointerId: 1 };
      tilesOf(tag)[0]!.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true }));
    };
    move('pointerdown', from!, 20);
    move('pointermove', to!, 20);
    await until(() => order() === 'ACB');
    move('pointerup', to!, 20);
    write(field(tag), 'In order');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(sizeOf)).to.deep.equal(['40×30', '60×30', '50×30']);
  });

  it('what is always to be seen is chosen by a press and by keys', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('a.png', 400, 300));
    await areUp(tag);
    await press(tilesOf(tag)[0]!);
    const slider = await until(() => all(tag, '[role=slider]')[0]);
    await atRest(slider);
    const point = () =>
      /(\d+) % from the left, (\d+) % from the top/.exec(slider.getAttribute('aria-valuetext')!)!.slice(1);
    expect(point()).to.deep.equal(['50', '50']);
    const { left, top, width, height } = slider.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 4), Math.round(top + height / 4)] });
    await until(() => point().every((at) => Math.abs(Number(at) - 25) <= 1));
    slider.focus();
    const [x, y] = point().map(Number);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp']) await sendKeys({ press: key });
    await until(() => Math.abs(x! - 5 - Number(point()[0])) <= 1 && Math.abs(y! - 5 - Number(point()[1])) <= 1);
    const chosen = point().map(Number);
    await press(button(tag, 'Done'));
    write(field(tag), 'Focus');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await appears(tag, 'Your post is out.');
    const { focus } = media((await postsOf(here))[0]!)[0]!.meta;
    expect(focus!.x).to.be.closeTo(chosen[0]! / 50 - 1, 0.02);
    expect(focus!.y).to.be.closeTo(1 - chosen[1]! / 50, 0.02);
  });

  it('can be called sensitive; behind a content warning it is', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('a.png'));
    await areUp(tag);
    await press(first(tag, '[name=sensitive]'));
    write(field(tag), 'Look away');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!['sensitive']).to.equal(true);
    await add(tag, await picture('b.png'));
    await press(button(tag, 'Add a content warning'));
    await until(() => warningOf(tag));
    write(warningOf(tag)!, 'Fog');
    await until(() => !all(tag, '[name=sensitive]').length);
  });

  it('R163 what is up survives the page with its text, what is not up is said by name', async () => {
    const here = await town();
    const before = await formOf(here);
    await add(before.tag, await picture('up.png'));
    await areUp(before.tag);
    await describeNth(before.tag, 0, 'Fog');
    await here.breaks({ method: 'POST', path: '/api/v2/media', delay: 5000 });
    await add(before.tag, await picture('slow.png'));
    await until(() => JSON.stringify(drafts()).includes('slow.png'));
    before.box.remove();
    await here.heals();
    const { tag } = await form();
    await appears(tag, /slow\.png.*It was not up when the page was left/s);
    expect(names(tag)).to.deep.equal(['ALT, picture 1: Fog']);
    await press(button(tag, 'Dismiss'));
    expect(seen(tag)).to.not.contain('slow.png');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(({ description }) => description)).to.deep.equal(['Fog']);
  });

  it('R170 a film that the server works on: sending waits for it', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, film());
    await describeNth(tag, 0, 'The ferry');
    write(field(tag), 'Ferry');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.', 15_000);
    const [file] = media((await postsOf(here))[0]!);
    expect([file!.type, file!.description]).to.deep.equal(['video', 'The ferry']);
  });

  it('R170 taken away while the server works on it: it is asked no more', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, film());
    await appears(tag, 'In the works');
    await press(button(tag, 'Cancel film'));
    await until(async () => (await here.asked()).some(({ method }) => method === 'DELETE'));
    expect(tilesOf(tag)).to.have.length(0);
    expect(focused()).to.equal(field(tag));
    const asked = (await here.asked()).length;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await here.asked()).length).to.equal(asked);
  });

  it('R171 a server without v2 is asked for v1, and for v2 no more', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await here.breaks({ path: '/api/v2/media', status: 404, body: { error: 'Not found' } });
    await add(tag, await picture('a.png'), await picture('b.png'));
    await areUp(tag);
    expect(await here.asks(uploads)).to.deep.equal(['/api/v2/media', '/api/v1/media', '/api/v1/media']);
  });

  it('R177 nobody signed in: a file is not taken, and it is said why', async () => {
    await cameBefore(await town(), 'noor');
    forgetEverybody();
    const { tag } = await form();
    const data = new DataTransfer();
    data.items.add(image('a.png'));
    const event = new Event('drop', { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, 'dataTransfer', { value: data });
    field(tag).dispatchEvent(event);
    await appears(tag, 'Sign in first: files go up to your own server.');
  });
});
