import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { insteadWords } from '../../src/i18n/instead.js';
import { postWords } from '../../src/i18n/post.js';
import { words as english } from '../../src/i18n/post.en.js';
import { words as englishInstead } from '../../src/i18n/instead.en.js';
import type { Word } from '../../src/i18n/vocabulary.js';
import { appears, byRole, inState, mount, part, parts, pause, posts, seen, tagOf, until } from '../helpers.js';
import { raw } from './given.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = '') =>
  `<masto-timeline instance="${host}" feed="local" limit="3" ${attributes}></masto-timeline>`;
const older = { en: 'Older posts', de: 'Ältere Beiträge' };

async function speaks(tag: HTMLElement, lang: keyof typeof older) {
  await inState(tag, undefined);
  expect(byRole(tag, 'button', older[lang]), lang).to.have.length(1);
}

/** Every word in brackets, longer, and never English: what is not bracketed was not translated. */
const disguise = (word: Word): Word =>
  typeof word === 'string'
    ? `⟦${word}⟧`
    : (Object.fromEntries(Object.entries(word).map(([form, text]) => [form, `⟦${text}⟧`])) as unknown as Word);
const pseudo = <W extends object>(words: W) =>
  Object.fromEntries(Object.entries(words).map(([term, word]) => [term, disguise(word as Word)])) as never;

describe('language', () => {
  it('is English where the page says nothing', async () => {
    const here = await town();
    await speaks(tagOf(local(here)), 'en');
  });

  it('is what the tag says, also with a region', async () => {
    const here = await town();
    await speaks(tagOf(local(here, 'lang="de-AT"')), 'de');
  });

  it('is what stands closest around it', async () => {
    const here = await town();
    const box = mount(`<div lang="fr"><div lang="de"><p lang="en"></p>${local(here)}</div></div>`);
    await speaks(box.querySelector('masto-timeline')!, 'de');
  });

  it('comes through shadow roots and slots', async () => {
    const here = await town();
    const box = mount('<section lang="de"><div></div></section>');
    const outer = box.querySelector('div')!.attachShadow({ mode: 'open' });
    outer.append(document.createElement('p'));
    const inner = outer.querySelector('p')!.attachShadow({ mode: 'open' });
    inner.append(...mount(local(here)).childNodes);
    await speaks(inner.querySelector('masto-timeline')!, 'de');
    const slotted = mount(`<article lang="en"><div>${local(here)}</div></article>`);
    const root = slotted.querySelector('div')!.attachShadow({ mode: 'open' });
    const wrap = document.createElement('p');
    wrap.lang = 'de';
    wrap.append(document.createElement('slot'));
    root.append(wrap);
    const tag = slotted.querySelector('masto-timeline')!;
    tag.remove();
    slotted.querySelector('div')!.append(tag);
    await speaks(tag, 'de');
  });

  for (const lang of ['fr', 'x-nonsense', 'zh-Hant-TW', '*'])
    it(`R211 is English for one that it does not know: ${lang}`, async () => {
      const here = await town();
      await speaks(tagOf(local(here, `lang="${lang}"`)), 'en');
    });

  it('is German in posts, times and failures', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'lang="de"'));
    await inState(tag, undefined);
    expect(parts(tag, 'time').every((time) => /^(jetzt|\d+ (s|min|Std\.|Tage?))$/.test(seen(time)))).to.equal(true);
    expect(posts(tag)[0]!.ariaLabel).to.match(/^Beitrag von /);
    expect(byRole(tag, 'link', /^Auf .* antworten/)).to.have.length(3);
    const lost = tagOf(`<masto-timeline lang="de" instance="${here.host}" account="nobody"></masto-timeline>`);
    await appears(lost, 'Nicht gefunden');
    expect(byRole(lost, 'button', 'Noch einmal versuchen')).to.have.length(1);
  });

  it('changes while the posts stay', async () => {
    const here = await town();
    const tag = tagOf(local(here));
    await speaks(tag, 'en');
    const before = posts(tag);
    tag.lang = 'de';
    await until(() => byRole(tag, 'button', older.de).length);
    expect(posts(tag)).to.deep.equal(before);
    await until(() => byRole(tag, 'link', /^Auf .* antworten/).length === 3);
    tag.lang = 'en';
    await speaks(tag, 'en');
    expect(posts(tag)).to.deep.equal(before);
    expect(await here.asks()).to.have.length(1);
  });

  it('changes in what stands instead of posts, too', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" account="nobody"></masto-timeline>`);
    await appears(tag, 'Not found');
    tag.lang = 'de';
    await appears(tag, 'Nicht gefunden');
    expect(seen(tag)).to.not.contain('Not found');
  });

  it('keeps words of the other direction on the edge of the text', async () => {
    for (const [dir, status] of [
      ['rtl', 'Left to right'],
      ['ltr', 'من اليمين إلى اليسار'],
    ] as const) {
      const here = await town();
      await here.post('ines', { status });
      const box = mount(local(here), `inline-size: 600px; direction: ${dir}`);
      box.dir = dir;
      await appears(box, status);
      const tag = box.querySelector('masto-timeline')!;
      const [words] = parts(tag, 'content').filter((each) => seen(each) === status);
      const actions = words!.parentElement!.querySelector('.actions')!.getBoundingClientRect();
      const { left, right } = words!.getBoundingClientRect();
      expect([left, right], dir).to.deep.equal([actions.left, actions.right]);
    }
  });

  it('a name runs its own way, and stands beside the avatar', async () => {
    for (const dir of ['ltr', 'rtl'])
      for (const display_name of ['Ada', 'عائشة']) {
        const box = mount(`<div dir="${dir}"><masto-status></masto-status></div>`, 'inline-size: 480px');
        const tag = box.querySelector('masto-status')!;
        tag.status = raw({}, { display_name });
        await inState(tag, undefined);
        const avatar = part(tag, 'avatar').getBoundingClientRect();
        for (const name of ['name', 'handle']) {
          const words = document.createRange();
          words.selectNodeContents(part(tag, name));
          const { left, right } = words.getBoundingClientRect();
          const gap = dir === 'ltr' ? left - avatar.right : avatar.left - right;
          expect(gap, `${dir} ${display_name} ${name}`).to.be.within(8, 16);
        }
      }
  });

  it('is all there in a language that a page adds, right to left', async () => {
    postWords.add('ar-x-pseudo', pseudo(english));
    insteadWords.add('ar-x-pseudo', pseudo(englishInstead));
    const here = await town();
    const box = mount(local(here), 'direction: rtl');
    box.lang = 'ar';
    box.dir = 'rtl';
    const tag = box.querySelector('masto-timeline')!;
    await inState(tag, undefined);
    expect(byRole(tag, 'button', '⟦Older posts⟧')).to.have.length(1);
    expect(byRole(tag, 'link', /^⟦Reply on /)).to.have.length(3);
    for (const time of parts(tag, 'time')) expect(seen(time)).to.match(/^⟦.*⟧$/);
    const avatar = parts(tag, 'avatar')[0]!.getBoundingClientRect();
    const name = parts(tag, 'name')[0]!.getBoundingClientRect();
    expect(avatar.left).to.be.greaterThan(name.left);
    await here.breaks({ path: '/api/*', status: 404, body: { error: 'x' } });
    tag.setAttribute('feed', 'trending');
    await inState(tag, 'failed');
    await pause();
    for (const line of seen(tag)
      .split('\n')
      .filter((text) => text !== 'x'))
      expect(line).to.match(/^⟦.*⟧$/);
  });
});
