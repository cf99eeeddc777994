import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoStatus } from '../../src/index.js';
import { all, byRole, focused, heard, mount, parts, pause, seen, until } from '../helpers.js';
import { raw, shown } from './given.js';
import { town } from './town.js';

type Fields = Readonly<Record<string, unknown>>;

const frame = (src: string, more = '') =>
  `<iframe src="${src}" width="640" height="360" allowfullscreen sandbox="allow-scripts allow-top-navigation" ${more}></iframe>`;
const post = (card: Fields, status: Fields = {}) =>
  raw({
    card: {
      url: 'https://films.example/watch/1',
      title: 'A boat trip',
      description: 'Two hours of water.',
      type: 'video',
      provider_name: 'Films',
      html: frame('https://player.films.example/embed/1'),
      embed_url: '',
      image: `${location.origin}/a.png`,
      width: 640,
      height: 360,
      ...card,
    },
    ...status,
  });
const frames = (tag: Element) => all<HTMLIFrameElement>(tag, 'iframe, object, embed, video');
const start = (tag: Element) => byRole(tag, 'button', /^Play/)[0] as HTMLButtonElement | undefined;
const box = (element: Element) => element.getBoundingClientRect();
const card = (tag: Element) => until(() => parts(tag, 'card')[0]);

async function playing(fields: Fields = {}, status: Fields = {}): Promise<MastoStatus> {
  const tag = await shown(post(fields, status), 'width: 500px');
  await until(() => start(tag));
  return tag;
}

describe('<masto-status> a card with a player', () => {
  it('R78 nothing of it before a press; then a frame that is shut in, from another origin', async () => {
    const tag = await playing();
    expect(frames(tag)).to.have.length(0);
    expect(start(tag)!.ariaLabel).to.equal('Play A boat trip. Plays from player.films.example');
    expect(seen(await card(tag))).to.contain('Plays from player.films.example');
    start(tag)!.click();
    const [player] = await until(() => (frames(tag).length ? frames(tag) : undefined));
    const attributes = Object.fromEntries([...player!.attributes].map(({ name, value }) => [name, value]));
    expect(attributes).to.deep.equal({
      src: 'https://player.films.example/embed/1',
      title: 'A boat trip',
      sandbox: 'allow-scripts allow-same-origin allow-presentation',
      allow: 'fullscreen',
      credentialless: '',
      referrerpolicy: 'strict-origin-when-cross-origin',
    });
  });

  it('keeps its size, what stands below does not move, and it closes again', async () => {
    const tag = await playing();
    const below = all(tag, '.actions')[0]!;
    const before = [box(await card(tag)).height, box(below).top];
    start(tag)!.focus();
    start(tag)!.click();
    await until(() => frames(tag).length);
    expect([box(await card(tag)).height, box(below).top]).to.deep.equal(before);
    expect(box(frames(tag)[0]!).width).to.be.greaterThan(300);
    const [stop] = byRole(tag, 'button', 'Close the player');
    stop!.focus();
    stop!.click();
    await until(() => !frames(tag).length);
    expect(start(tag)).to.not.equal(undefined);
    expect([box(await card(tag)).height, box(below).top]).to.deep.equal(before);
    expect(tag.contains(focused()) || tag.shadowRoot!.contains(focused())).to.equal(true);
  });

  it('its words are still a link to the page', async () => {
    const tag = await playing();
    const [link] = all<HTMLAnchorElement>(await card(tag), 'a');
    expect([link!.href, link!.rel, link!.target]).to.deep.equal([
      'https://films.example/watch/1',
      'nofollow noopener noreferrer',
      '_blank',
    ]);
    expect(seen(link!)).to.equal('films.example\nA boat trip\nTwo hours of water.');
  });

  it('an address of its own goes before the HTML', async () => {
    const tag = await playing({ embed_url: 'https://embed.films.example/2', html: '' });
    start(tag)!.click();
    await until(() => frames(tag)[0]?.src === 'https://embed.films.example/2');
  });

  it('a player is pressed, never opened: the page hears of nothing', async () => {
    const tag = await playing();
    const opened: Event[] = [];
    tag.addEventListener('masto-open', (event) => opened.push(event));
    const clicked = heard(tag, 'click');
    start(tag)!.click();
    await clicked;
    expect(opened).to.deep.equal([]);
  });

  it('is not on any more in a tag that has been away', async () => {
    const tag = await playing();
    start(tag)!.click();
    await until(() => frames(tag).length);
    const { status } = tag;
    tag.remove();
    const other = await shown(status);
    await until(() => start(other));
    expect(frames(other)).to.have.length(0);
  });

  it('R114 a sensitive post’s player shows no picture', async () => {
    const tag = await playing({}, { sensitive: true });
    expect(all(await card(tag), 'img')).to.have.length(0);
  });

  for (const [name, fields] of Object.entries({
    'of this page’s origin': { embed_url: `${location.origin}/test/elements/blank.html`, html: '' },
    'of the server of the post': { html: frame('https://a.example/embed') },
    'that is not https': { html: frame('http://films.example/embed') },
    'that is a script': { html: frame('javascript:alert(1)') },
    'of data': { html: frame('data:text/html,<script>alert(1)</script>') },
    'with a name and a password': { html: frame('https://me:secret@films.example/') },
    'that is written out': { html: '<iframe srcdoc="<script>alert(1)</script>"></iframe>' },
    'that is a film': { html: '<video src="https://films.example/1.mp4" autoplay></video>' },
    'of a relative address': { html: frame('/embed/1') },
    'that is no HTML': { html: 7 },
    'in too much of it': { html: '<div>'.repeat(7000) + frame('https://films.example/1') },
    'of a plain link': { type: 'link' },
    'of a picture': { type: 'photo', embed_url: 'https://films.example/1' },
  }))
    it(`R78 one ${name} is a link like any other`, async () => {
      const tag = await shown(post(fields));
      const [link] = await until(() =>
        parts(tag, 'card')[0] instanceof HTMLAnchorElement ? parts(tag, 'card') : undefined,
      );
      await pause(50);
      expect((link as HTMLAnchorElement).href).to.equal('https://films.example/watch/1');
      expect(start(tag)).to.equal(undefined);
      expect(frames(tag)).to.have.length(0);
    });

  it('R78 scripts, handlers and styles beside the frame come to nothing', async () => {
    const marks = globalThis as { touched?: boolean };
    const hostile = `<img src=x onerror="touched=true"><script>touched=true</script>${frame('https://player.films.example/1', 'onload="touched=true" style="position:fixed"')}`;
    const tag = await playing({ html: hostile, title: '<img src=x onerror="touched=true">' });
    start(tag)!.click();
    const [player] = await until(() => (frames(tag).length ? frames(tag) : undefined));
    await pause(100);
    expect(marks.touched).to.equal(undefined);
    expect([player!.getAttribute('onload'), player!.getAttribute('style')]).to.deep.equal([null, null]);
    expect(player!.title).to.equal('<img src=x onerror="touched=true">');
  });

  it('media="none": no player, a link', async () => {
    const here = await town();
    const { card: film } = post({}) as Fields;
    await here.post('ines', { status: 'Look', raw: { card: film } });
    const list = (media: string) =>
      `<masto-timeline load="eager" feed="local" limit="1" instance="${here.host}" media="${media}"></masto-timeline>`;
    const [none, click] = [...mount(list('none') + list('click')).children];
    await until(() => start(click!));
    expect(all(click!, '.player img')).to.have.length(0);
    await until(() => parts(none!, 'card').length);
    expect(start(none!)).to.equal(undefined);
  });

  it('speaks German', async () => {
    const tag = document.createElement('masto-status');
    tag.status = post({});
    const stage = mount('<div lang="de"></div>');
    stage.firstElementChild!.append(tag);
    await until(() => byRole(tag, 'button', 'A boat trip abspielen. Wird von player.films.example abgespielt').length);
  });
});

describe('<masto-status> a card with authors', () => {
  const author = (name: string, acct: string | undefined) => ({
    name,
    url: 'https://films.example/people',
    account: acct && {
      id: acct,
      username: acct.split('@')[0],
      acct,
      display_name: `${name} :sun:`,
      url: `https://films.example/@${acct}`,
      avatar_static: `${location.origin}/a.png`,
      emojis: [{ shortcode: 'sun', url: `${location.origin}/sun.png`, static_url: `${location.origin}/sun.png` }],
    },
  });
  const written = (...authors: unknown[]) => post({ type: 'link', html: '', authors });

  it('who are to be found in the fediverse: more by them, a press away', async () => {
    const tag = await shown(
      written(author('Ada', 'ada@b.example'), author('Ben', undefined), author('Cem', 'cem@c.example')),
    );
    const people = await until(() => {
      const links = all<HTMLAnchorElement>(tag, '.card-more a');
      return links.length ? links : undefined;
    });
    expect(seen(all(tag, '.card-more')[0]!)).to.match(/^More by\sAda :sun:\sCem :sun:$/);
    expect(people.map(({ href, title }) => [href, title])).to.deep.equal([
      ['https://films.example/@ada@b.example', '@ada@b.example'],
      ['https://films.example/@cem@c.example', '@cem@c.example'],
    ]);
    tag.addEventListener('masto-open', (event) => event.preventDefault());
    const opened = heard(tag, 'masto-open');
    people[1]!.click();
    const { kind, name } = await opened;
    expect([kind, name]).to.deep.equal(['account', 'cem@c.example']);
  });

  it('R197 broken ones are left out', async () => {
    const tag = await shown(written(null, 7, {}, { name: 3, account: [] }, { name: 'Dee', account: null }));
    await pause(50);
    expect(all(tag, '.card-more')).to.have.length(0);
    expect(seen(parts(tag, 'card')[0]!)).to.contain('films.example · by Dee');
  });
});
