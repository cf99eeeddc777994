import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoLightbox } from '../../src/elements/lightbox/lightbox.js';
import { all, appears, byRole, first, focused, part, seen, theOne, until } from '../helpers.js';
import { shown } from './given.js';
import { museum, several, withMedia } from './with-media.js';

const box = () => document.querySelector<MastoLightbox>('masto-lightbox');
const dialog = () => first<HTMLDialogElement>(box()!, 'dialog');
const count = () => seen(part(box()!, 'count'));
const press = (key: string, more: KeyboardEventInit = {}) =>
  dialog().dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
const link = (tag: Element, n = 1) => byRole(tag, 'link', /^Open (?:picture|video)/)[n - 1] as HTMLAnchorElement;

/** Presses the nth picture of a post, and waits until it is shown large. */
async function opened(tag: Element, n = 1): Promise<MastoLightbox> {
  (await until(() => link(tag, n))).click();
  await until(() => box() && all<HTMLDialogElement>(box()!, 'dialog')[0]?.open);
  return box()!;
}

/** The picture that is looked at. */
const large = () => first<HTMLImageElement>(box()!, '.is-shown .whole');
const scale = () => new DOMMatrix(getComputedStyle(first(box()!, '.is-shown .picture')).transform).a;

/** A finger or a mouse that goes from one place of the stage to another. */
function move(from: [number, number], to: [number, number], kind = 'touch', id = 1): void {
  const stage = part(box()!, 'stage');
  const { left, top, width, height } = stage.getBoundingClientRect();
  const send = (type: string, [x, y]: [number, number]) =>
    stage.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + width / 2 + x,
        clientY: top + height / 2 + y,
        pointerId: id,
        pointerType: kind,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  send('pointerdown', from);
  for (const part of [0.3, 0.6, 1])
    send('pointermove', [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
  send('pointerup', to);
}

afterEach(() => box()?.remove());

describe('<masto-lightbox>', () => {
  it('opens with the picture that was pressed, its description below, and the original as a link', async () => {
    const tag = await shown(withMedia(several(3), { language: 'is' }));
    await opened(tag, 2);
    expect(count()).to.equal('2 of 3');
    expect(dialog().ariaLabel).to.equal('Picture 2 of 3');
    expect([large().src, large().alt, large().referrerPolicy]).to.deep.equal([
      'https://files.example/2.png',
      'Boat 2',
      'no-referrer',
    ]);
    expect([seen(part(box()!, 'text')), part(box()!, 'text').lang]).to.deep.equal(['Boat 2', 'is']);
    const original = theOne(box()!, 'link', 'Open the original') as HTMLAnchorElement;
    expect([original.href, original.rel]).to.deep.equal([large().src, 'nofollow noopener noreferrer']);
    expect(seen(first(box()!, '[role=status]'))).to.equal('Picture 2 of 3: Boat 2');
  });

  it('R106 loads what is looked at, from the server that was asked, and no more than its neighbours’ small ones', async () => {
    const items = several(4).map((item) => ({ ...item, remote_url: 'https://far.example/original.png' }));
    await opened(await shown(withMedia(items)));
    const addresses = all<HTMLImageElement>(box()!, 'img').map(({ src }) => src.split('/').at(-1));
    // One that has failed already is there no more.
    expect(['small-1.png', '1.png', 'small-2.png']).to.include.members(addresses);
    expect(box()!.shadowRoot!.innerHTML).to.not.contain('far.example');
  });

  it('turns by keys, by buttons, and not beyond its ends', async () => {
    await opened(await shown(withMedia(several(3))));
    for (const [key, wanted] of [
      ['ArrowLeft', '1 of 3'],
      ['ArrowRight', '2 of 3'],
      ['End', '3 of 3'],
      ['PageDown', '3 of 3'],
      ['PageUp', '2 of 3'],
      ['Home', '1 of 3'],
    ]) {
      press(key!);
      await until(() => count() === wanted, `${key}: ${wanted}`);
    }
    theOne(box()!, 'button', 'Next').click();
    await until(() => count() === '2 of 3');
    theOne(box()!, 'button', 'Previous').click();
    await until(() => count() === '1 of 3');
    expect(theOne(box()!, 'button', 'Previous').ariaDisabled).to.equal('true');
    theOne(box()!, 'button', 'Previous').click();
    expect(count()).to.equal('1 of 3');
  });

  it('turns the way the page is read', async () => {
    const tag = await shown(withMedia(several(3)));
    tag.dir = 'rtl';
    await opened(tag);
    press('ArrowLeft');
    await until(() => count() === '2 of 3');
    move([0, 0], [150, 0]);
    await until(() => count() === '3 of 3');
    press('ArrowRight');
    await until(() => count() === '2 of 3');
  });

  it('turns by swiping; a short one goes back, one down closes it', async () => {
    await opened(await shown(withMedia(several(3))));
    move([0, 0], [-150, 10]);
    await until(() => count() === '2 of 3');
    move([0, 0], [20, 0]);
    expect(count()).to.equal('2 of 3');
    move([0, 0], [150, 0]);
    await until(() => count() === '1 of 3');
    move([0, 0], [0, 200]);
    await until(() => !box());
  });

  it('enlarges by click, double tap, wheel, keys, buttons and two fingers; and goes back', async () => {
    await opened(await shown(withMedia(several(2))));
    const stage = part(box()!, 'stage');
    move([10, 10], [10, 10], 'mouse');
    await until(() => scale() > 1.5);
    move([10, 10], [10, 10], 'mouse');
    await until(() => scale() === 1);
    move([10, 10], [10, 10]);
    expect(scale()).to.equal(1);
    move([10, 10], [10, 10]);
    await until(() => scale() > 1.5);
    press('0');
    await until(() => scale() === 1);
    press('+');
    await until(() => scale() === 1.5);
    press('-');
    await until(() => scale() === 1);
    theOne(box()!, 'button', 'Enlarge').click();
    await until(() => scale() === 1.5);
    theOne(box()!, 'button', 'Make smaller').click();
    await until(() => scale() === 1);
    const wheel = new WheelEvent('wheel', { deltaY: -300, bubbles: true, composed: true, cancelable: true });
    stage.dispatchEvent(wheel);
    await until(() => scale() > 1.5);
    expect(wheel.defaultPrevented).to.equal(true);
    press('End');
    await until(() => count() === '2 of 2');
    expect(scale()).to.equal(1);
  });

  it('what is enlarged is moved by arrows and by dragging, and never out of sight', async () => {
    await opened(await shown(withMedia(several(2))));
    for (let n = 0; n < 4; n++) press('+');
    const at = () => new DOMMatrix(getComputedStyle(first(box()!, '.is-shown .picture')).transform).e;
    await until(() => scale() > 4);
    expect(at()).to.equal(0);
    press('ArrowRight');
    expect(at()).to.equal(-60);
    move([0, 0], [40, 0]);
    expect(at()).to.equal(-20);
    for (let n = 0; n < 400; n++) press('ArrowRight');
    const picture = first(box()!, '.is-shown .picture').getBoundingClientRect();
    expect(picture.right).to.be.at.least(part(box()!, 'stage').getBoundingClientRect().right - 1);
    expect(count()).to.equal('1 of 2');
  });

  it('closes by Escape, by its button and beside the picture, and the focus is at the picture that was pressed', async () => {
    const tag = await shown(withMedia(several(3)));
    for (const way of ['Escape', 'button', 'beside']) {
      await opened(tag, 2);
      press('ArrowRight');
      await until(() => count() === '3 of 3');
      if (way === 'Escape') dialog().requestClose();
      else if (way === 'button') theOne(box()!, 'button', 'Close').click();
      else
        move(
          [0, -part(box()!, 'stage').clientHeight / 2 + 3],
          [0, -part(box()!, 'stage').clientHeight / 2 + 3],
          'mouse',
        );
      await until(() => !box(), way);
      expect(focused() === link(tag, 2), way).to.equal(true);
    }
  });

  it('folds a long description, opens it, and lets it be marked', async () => {
    const description = 'A boat on the sea. '.repeat(40);
    await opened(await shown(withMedia([{ description }])));
    const text = part(box()!, 'text');
    const folded = text.getBoundingClientRect().height;
    const { userSelect, webkitUserSelect } = getComputedStyle(text) as Partial<CSSStyleDeclaration>;
    expect(userSelect ?? webkitUserSelect).to.equal('text');
    theOne(box()!, 'button', 'Whole description').click();
    await until(() => text.getBoundingClientRect().height > folded);
    theOne(box()!, 'button', 'Less').click();
    await until(() => text.getBoundingClientRect().height === folded);
  });

  it('says that a picture has no description, and that one cannot be loaded', async () => {
    const broken = `${(await museum()).here.origin}/gone.png`;
    await opened(await shown(withMedia([{ description: null, url: broken, preview_url: broken }])));
    await appears(box()!, 'This picture cannot be loaded.');
    expect((theOne(box()!, 'link', 'Open the original') as HTMLAnchorElement).href).to.equal(broken);
  });

  it('R109 a film that was pressed begins; what is left stops; nothing else plays by itself', async () => {
    const { post } = await museum();
    const [film] = post('video').media_attachments;
    const [loop] = post('gifv').media_attachments;
    await opened(await shown(withMedia([{}, { ...film }, { ...loop }])), 2);
    const player = await until(() => all<HTMLVideoElement>(box()!, 'video')[0]);
    await until(() => player.isConnected);
    press('ArrowRight');
    await until(() => count() === '3 of 3');
    expect(player.paused).to.equal(true);
    expect(all(box()!, 'video')).to.have.length(0);
    theOne(box()!, 'button', /^Play moving/).click();
    await until(() => all<HTMLVideoElement>(box()!, 'video')[0]?.muted);
  });

  it('is left to the page that cancels `masto-open`, and modified clicks to the browser', async () => {
    const tag = await shown(withMedia(several(2)));
    const stop = (event: Event) => event.preventDefault();
    tag.addEventListener('masto-open', stop);
    link(tag).click();
    tag.removeEventListener('masto-open', stop);
    document.addEventListener('click', stop, { once: true });
    link(tag).dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(box() === null).to.equal(true);
  });

  it('leaves the page as it was: no scrolling, no element, no entry in its history', async () => {
    const before = [history.length, scrollY, document.body.children.length];
    const tag = await shown(withMedia(several(2)));
    const children = document.body.children.length;
    await opened(tag);
    for (const key of [' ', 'ArrowDown', 'PageDown', 'End']) expect(press(key), key).to.equal(false);
    dialog().close();
    await until(() => !box());
    expect([history.length, scrollY]).to.deep.equal(before.slice(0, 2));
    expect(document.body.children.length).to.equal(children);
  });

  it('is accessible, also in German', async () => {
    const tag = await shown(withMedia(several(3)));
    await opened(tag, 2);
    await expect(box()!).to.be.accessible();
    dialog().close();
    await until(() => !box());
    tag.lang = 'de';
    await until(() => byRole(tag, 'link', /^Bild öffnen/).length);
    byRole(tag, 'link', /^Bild öffnen/)[0]!.click();
    await until(() => box() && all(box()!, 'dialog').length && byRole(box()!, 'button', 'Schließen').length);
    expect(count()).to.equal('1 von 3');
  });

  it('has targets of 40 px, and fits a window of 320', async () => {
    await opened(await shown(withMedia(several(3))));
    for (const button of byRole(box()!, 'button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.ariaLabel ?? '').to.be.at.least(40);
    }
  });
});
