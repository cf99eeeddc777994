import { expect } from '@open-wc/testing';
import { all, pause, until } from '../helpers.js';
import { countOf, field, formOf, write } from './composing.js';
import { forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

afterEach(forgetEverybody);

/** What is marked as too much. */
const marked = (tag: Element) => all(tag, 'mark')[0]?.textContent;
const underneath = (tag: Element) => all<HTMLElement>(tag, '.compose-marks')[0]!;

async function small(here: Town, most = 20) {
  const configuration = { statuses: { max_characters: most, characters_reserved_per_url: 23 } };
  await here.breaks({ path: '/api/v2/instance', body: { configuration } });
}

/** The longest time for which the page could do nothing else. */
function stutter() {
  let [last, longest, on] = [performance.now(), 0, true];
  const { port1, port2 } = new MessageChannel();
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) port2.postMessage(0);
  };
  port1.onmessage = beat;
  beat();
  return () => {
    on = false;
    port1.close();
    return Math.round(longest);
  };
}

describe('<masto-compose> what is too long', () => {
  it('R167 is marked in the text from where the limit is, and no more once it fits', async () => {
    const here = await town();
    await small(here);
    const { tag } = await formOf(here);
    write(field(tag), 'Twenty characters ok');
    await until(() => countOf(tag) === '0');
    expect(marked(tag)).to.equal(undefined);
    write(field(tag), ' and five');
    await until(() => marked(tag) === ' and five');
    expect(countOf(tag)).to.equal('−9');
    field(tag).setSelectionRange(0, 7);
    write(field(tag), '');
    document.execCommand('delete');
    await until(() => marked(tag) === 'ive' || marked(tag) === 've', 'the mark moves');
    field(tag).select();
    write(field(tag), 'short');
    await until(() => marked(tag) === undefined);
  });

  it('R184 no emoji is marked by half, nor an address', async () => {
    const here = await town();
    await small(here, 5);
    const { tag } = await formOf(here);
    write(field(tag), '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧');
    await until(() => marked(tag) === '👩‍👩‍👧');
    field(tag).select();
    write(field(tag), 'See https://example.org/a now');
    await until(() => marked(tag) === 'https://example.org/a now');
  });

  for (const [what, text, style] of [
    ['left to right', 'These are words that will not fit on one line, and so they wrap. '.repeat(40), ''],
    ['right to left', 'هذه كلمات لا تتسع في سطر واحد ولذلك تنتقل إلى السطر التالي. '.repeat(40), ''],
    ['with words that have no end', `${'x'.repeat(900)}\n\n\n${'漢字'.repeat(300)}\n`, ''],
    ['in a narrow page', 'These are words that will not fit. '.repeat(60), 'inline-size: 320px'],
    [
      'in another type',
      'These are words that will not fit. '.repeat(60),
      'inline-size: 400px; letter-spacing: 2px; font: 20px serif',
    ],
  ] as const)
    it(`the marks lie where the text is: ${what}`, async () => {
      const { tag } = await formOf(await town(), 'noor', '', style || undefined);
      write(field(tag), text);
      await until(() => marked(tag) !== undefined);
      await tag.updateComplete;
      const [box, under] = [field(tag), underneath(tag)];
      await until(() => under.scrollHeight === box.scrollHeight, `${under.scrollHeight} is ${box.scrollHeight}`);
      expect([under.clientWidth, under.offsetWidth]).to.deep.equal([box.clientWidth, box.offsetWidth]);
      box.scrollTop = 100;
      await until(() => under.scrollTop === box.scrollTop && box.scrollTop > 0, 'in step');
      const rect = (element: Element) =>
        Object.values(element.getBoundingClientRect().toJSON() as object).map(Math.round);
      expect(rect(under)).to.deep.equal(rect(box));
    });

  it('what is far too long is marked to its end, but not laid out twice', async () => {
    const { tag } = await formOf(await town());
    write(field(tag), 'Words without an end. '.repeat(500));
    await until(() => marked(tag) !== undefined);
    await tag.updateComplete;
    expect(marked(tag)!.length).to.be.lessThan(4000);
    const box = field(tag);
    await until(() => underneath(tag).scrollHeight >= box.scrollHeight);
    box.scrollTop = box.scrollHeight;
    await until(() => underneath(tag).scrollTop === box.scrollTop);
    const [rest, here] = [all(tag, 'div.compose-mark')[0]!.getBoundingClientRect(), box.getBoundingClientRect()];
    expect(rest.top <= here.top && rest.bottom >= here.bottom, 'all of what is seen').to.equal(true);
  });

  it('R183 R206 a hundred thousand characters are taken: the page stands still hardly longer than for a bare field', async () => {
    const { tag } = await formOf(await town());
    write(field(tag), 'warm @up https://example.org/');
    await until(() => countOf(tag) !== '500');
    const text = 'Words and @names@hills.example, and https://example.org/a each. '.repeat(1600).slice(0, 100_000);
    const bare = document.createElement('textarea');
    bare.style.cssText = 'field-sizing: content; inline-size: 440px; max-block-size: 500px';
    document.body.append(bare);
    const time = async (box: HTMLTextAreaElement, done: () => unknown) => {
      const end = stutter();
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until(done);
      await pause(300);
      return end();
    };
    const floor = await time(bare, () => true);
    bare.remove();
    const ours = await time(field(tag), () => marked(tag)?.length === 3000);
    expect(countOf(tag)).to.match(/^−\d{5}$/);
    // Laying it out is the browser's own work, and other tests run beside this one.
    expect(ours, `${floor} ms of them the browser's own`).to.be.lessThan(200 + 3 * floor);
  });
});
