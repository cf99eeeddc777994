import { expect } from '@open-wc/testing';
import { difference, textDifference } from '../../src/content/difference.js';
import { seen } from '../helpers.js';
import { vectors } from '../xss/vectors.js';
import { strangers } from './helpers.js';
import { sharedVectors } from './shared.js';

const spoken = { removed: '[-', added: '[+', end: ']' };

const boxOf = (fragment: DocumentFragment) => {
  const box = document.createElement('div');
  box.append(fragment);
  return box;
};
const between = (before: string | undefined, after: string) => boxOf(difference(before, after, [], spoken).shown);

/** What was taken out and put in, without what is only said. */
const marks = (box: HTMLElement) =>
  [...box.querySelectorAll('del.removed, ins.added')].map(
    (mark) =>
      (mark.localName === 'del' ? '-' : '+') +
      [...mark.childNodes]
        .slice(1, -1)
        .map((node) => node.textContent)
        .join(''),
  );

describe('difference', () => {
  it('marks words, not letters, and keeps together what was changed together', () => {
    const box = between('<p>Nothing but the fog.</p>', '<p>Nothing but a gull, which was considerable.</p>');
    expect(marks(box)).to.deep.equal(['-the fog', '+a gull, which was considerable']);
    expect(box.textContent).to.equal('Nothing but [- the fog ][+ a gull, which was considerable ].');
  });

  it('says aloud what is taken out and put in, for whoever does not see it', () => {
    const [said] = between('<p>a b</p>', '<p>a c</p>').querySelectorAll('.hidden');
    expect(said!.textContent).to.equal('[- ');
  });

  it('keeps paragraphs, links and emphasis of the later one', () => {
    const box = between(
      '<p>One <strong>two</strong></p><p>three</p>',
      '<p>One <strong>two</strong> and a half</p><p>three <a href="https://a.example/">four</a></p>',
    );
    expect(marks(box)).to.deep.equal(['+ and a half', '+ ', '+four']);
    expect(box.querySelectorAll('p').length).to.equal(2);
    expect(box.querySelector<HTMLAnchorElement>('a ins')!.closest('a')!.rel).to.contain('nofollow');
  });

  it('shows a paragraph that is gone in its place', () => {
    const box = between('<p>One</p><p>two</p><p>three</p>', '<p>One</p><p>three</p>');
    expect(marks(box)).to.deep.equal(['-two']);
    expect([...box.querySelectorAll('p')].map((each) => each.textContent)).to.deep.equal(['One', '[- two ]', 'three']);
  });

  it('a link that leads elsewhere is another one, though it reads the same', () => {
    const box = between('<p><a href="https://a.example/">here</a></p>', '<p><a href="https://b.example/">here</a></p>');
    expect(marks(box)).to.deep.equal(['-here', '+here']);
    expect([...box.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://a.example/',
      'https://b.example/',
    ]);
  });

  it('finds the words of scripts without blanks, where the browser knows them', () => {
    const box = between('<p>今日は天気がいいです</p>', '<p>今日は天気が悪いです</p>');
    if (typeof Intl.Segmenter === 'function') expect(marks(box).join('')).to.match(/^-(?!今日).*いい\+.*悪い$/);
    expect(box.textContent).to.contain('天気');
  });

  it('a shortcode stays whole, so that its picture is there', () => {
    const emojis = [{ shortcode: 'fog', url: `${location.origin}/a.png`, staticUrl: `${location.origin}/a.png` }];
    const box = boxOf(difference('<p>a :sun: b</p>', '<p>a :fog: b</p>', emojis, spoken).shown);
    expect(box.querySelector('ins img')!.getAttribute('alt')).to.equal(':fog:');
    expect(marks(box)[0]).to.equal('-:sun:');
  });

  it('the first version is shown as it is; two that say the same are the same', () => {
    expect(between(undefined, '<p>Hello</p>').innerHTML).to.equal('<p>Hello</p>');
    const same = difference('<p>Hello</p>', '<p>Hello</p>', [], spoken);
    expect([same.same, same.other]).to.deep.equal([true, false]);
    expect(difference('<p>Hello</p>', '<p>Hullo</p>', [], spoken).same).to.equal(false);
  });

  it('texts: a warning that came, one that went', () => {
    expect(marks(boxOf(textDifference('', 'Spiders', [], spoken).shown))).to.deep.equal(['+Spiders']);
    expect(marks(boxOf(textDifference('Spiders & <b>mice', '', [], spoken).shown))).to.deep.equal([
      '-Spiders & <b>mice',
    ]);
  });

  it('R84 nothing hostile comes through, on either side', () => {
    const hostile =
      '<p onclick="x()" style="position:fixed" id="a">a<img src=x onerror="x()"><script>x()</script><a href="javascript:x()">b</a><iframe srcdoc="<script>x()</script>"></iframe></p>';
    for (const box of [between(hostile, '<p>c</p>'), between('<p>c</p>', hostile), between(hostile, hostile)]) {
      expect(box.querySelectorAll('img, script, iframe, [onclick], [style], [id], a[href]').length).to.equal(0);
    }
  });

  it('strangers’ own marks are not ours: what they strike out is no change', () => {
    const box = between('<p><del class="removed">a</del></p>', '<p><del class="removed">a</del> b</p>');
    expect(box.querySelectorAll('.removed').length).to.equal(0);
    expect(marks(box)).to.deep.equal(['+ b']);
  });

  it('R79 100 kB on both sides are compared or given up on soon, and shown whole', () => {
    const text = (word: string) => `<p>${Array.from({ length: 14_000 }, (_, at) => word + String(at)).join(' ')}</p>`;
    const begin = performance.now();
    const other = difference(text('a'), text('b'), [], spoken);
    const like = difference(text('a'), text('a').replace('a7000', 'fog'), [], spoken);
    expect(performance.now() - begin).to.be.below(4000);
    expect([other.other, like.other]).to.deep.equal([true, false]);
    expect(seen(boxOf(other.shown)).length).to.be.greaterThan(80_000);
    expect(marks(boxOf(like.shown))).to.deep.equal(['-a7000', '+fog']);
  });

  it('R67 R70 R84 hostile strings, before and after: nothing but what is listed, and our own marks', async () => {
    const all = [...vectors, ...(await sharedVectors())].map(({ payload }) => payload);
    const ours = /^(?:ins|ins@class=added|del@class=removed|span@class=hidden)$/;
    const found = all.flatMap((payload) =>
      [between(payload, '<p>a b</p>'), between('<p>a b</p>', payload), between(payload, `${payload} c`)].flatMap(
        (box) => strangers(box).filter((entry) => !ours.test(entry)),
      ),
    );
    expect(all.length).to.be.greaterThan(50);
    expect(found).to.deep.equal([]);
  }).timeout(60_000);
});
