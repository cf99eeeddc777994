import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import { all, first, part, replace, seen, until } from '../helpers.js';
import { raw, shown } from './given.js';

const still = `${location.origin}/still.png`;
const moves = `${location.origin}/moves.gif`;
const emojis = [{ shortcode: 'sun', url: moves, static_url: still }];
const pictures = (root: Element) => all<HTMLImageElement>(root, 'img.custom-emoji');

const full = (more: Readonly<Record<string, unknown>> = {}) =>
  raw(
    {
      content: '<p>Hello :sun: <code>:sun:</code></p>',
      spoiler_text: ':sun: spoilt',
      emojis,
      poll: { options: [{ title: 'tea :sun:' }, { title: 'rain' }], emojis, votes_count: 0 },
      ...more,
    },
    { display_name: 'Ada :sun:', emojis },
  );

async function pointAt(image: HTMLElement) {
  image.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = image.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

const motion = (wanted: boolean) =>
  replace(globalThis, 'matchMedia', ((query: string) => ({
    matches: query.includes('no-preference') ? wanted : !wanted,
  })) as never);

describe('<masto-status> custom emoji', () => {
  it('R77 R109 in names, warnings, words and answers: still pictures of one size, and not in code', async () => {
    const tag = await shown(
      raw({ id: '2', uri: 'https://a.example/2', reblog: full() }, { display_name: 'B :sun:', emojis }),
    );
    expect(pictures(tag).map((image) => [image.src, image.alt, image.getAttribute('width')])).to.deep.equal([
      [still, ':sun:', '20'],
      [still, ':sun:', '20'],
      [still, ':sun:', '20'],
    ]);
    all(tag, 'button[value=open]')[0]!.click();
    await until(() => pictures(tag).length === 5);
    expect(pictures(part(tag, 'content'))).to.have.length(1);
    expect(pictures(part(tag, 'poll'))).to.have.length(1);
    expect(seen(first(tag, '[part~=content] code'))).to.equal(':sun:');
  });

  it('R77 one post, name or poll has 200 of them at most', async () => {
    const tag = await shown(full({ spoiler_text: '', content: `<p>${':sun: '.repeat(500)}</p>` }));
    expect(pictures(part(tag, 'content'))).to.have.length(200);
  });

  it('R109 one that moves does so while it is pointed at', async () => {
    motion(true);
    const tag = await shown(full({ spoiler_text: '' }));
    const [image] = pictures(part(tag, 'content'));
    expect(image!.src).to.equal(still);
    await pointAt(image!);
    await until(() => image!.src === moves);
    await sendMouse({ type: 'move', position: [1, 1] });
    await until(() => image!.src === still);
  });

  it('R109 never where less motion was asked for', async () => {
    motion(false);
    const tag = await shown(full({ spoiler_text: '' }));
    const [image] = pictures(part(tag, 'content'));
    await pointAt(image!);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(image!.src).to.equal(still);
  });
});
