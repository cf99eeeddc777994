import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoError } from '../../src/index.js';
import { all, appears, byRole, first, heard, mount, nameOf, seen, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone: its modules are made when they are asked for. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/fuller.js');
  await import('../../src/elements/status/history.js');
});

/** A post that was edited, in a page of a visitor, or of somebody who is signed in at home. */
async function edited(drafts: readonly Readonly<Record<string, unknown>>[], person?: string) {
  const here = await town();
  const [draft, ...changes] = drafts;
  const post = await here.post('noor', draft!);
  for (const change of changes) {
    await here.control('PUT', 'clock', { advance: 60_000 });
    await here.edit(post.id, change);
  }
  if (person) await cameBefore(here, person);
  const tag = await shown(post, person ? '<masto-auth></masto-auth>' : '');
  await here.forget();
  return { here, post, tag };
}

async function shown({ url }: Post, around = '', style = '') {
  const box = mount(`${around}<masto-status load="eager" src="${url}"></masto-status>`, style);
  const tag = box.querySelector('masto-status')!;
  await until(() => all(tag, '[value=history]').length, 'the mark');
  return tag;
}

const mark = (tag: Element) => first<HTMLButtonElement>(tag, '[value=history]');
const dialogOf = (tag: Element) => until(() => all<HTMLDialogElement>(tag, 'dialog.history')[0], 'the dialog');
const versions = (tag: Element) => all(tag, '.version');

async function open(tag: Element, count = 1) {
  mark(tag).click();
  const dialog = await dialogOf(tag);
  await until(() => versions(dialog).length >= count, 'the versions');
  return dialog;
}

/** What is taken out and put in, in the order it stands there. */
const marks = (root: Element) =>
  all(root, 'del.removed, ins.added').map(
    (each) =>
      (each.localName === 'del' ? '-' : '+') +
      [...each.childNodes]
        .slice(1, -1)
        .map((node) => node.textContent)
        .join(''),
  );

const historyAt = async (here: Town) => (await here.asks(/history/)).map((path) => path.replace(/\d{9,}/, 'ID'));

describe('<masto-status> the history of a post', () => {
  it('an edited post has a mark that is a button; one that was not has none', async () => {
    const { tag } = await edited([{ status: 'Nothing but the fog.' }, { status: 'Nothing but a gull.' }]);
    expect(nameOf(mark(tag))).to.match(/^Edited /);
    expect(mark(tag).getAttribute('aria-haspopup')).to.equal('dialog');
    const here = await town();
    const plain = await here.post('ines', { status: 'As it was' });
    const other = mount(`<masto-status load="eager" src="${plain.url}"></masto-status>`).firstElementChild!;
    await appears(other, 'As it was');
    expect(all(other, '[value=history]').length).to.equal(0);
  });

  it('R84 pressed, it asks the server of the post once and shows every version, the latest first, with what was changed', async () => {
    const { here, tag } = await edited([
      { status: 'Nothing but the fog.' },
      { status: 'Nothing but the gull.' },
      { status: 'Nothing but the gull, considerable.' },
    ]);
    const dialog = await open(tag, 3);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(versions(dialog).map((each) => marks(each))).to.deep.equal([['+, considerable'], ['-fog', '+gull'], []]);
    const [latest, , original] = versions(dialog).map((each) => seen(first(each, 'h3')));
    expect(latest).to.match(/^\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d Latest$/);
    expect(original).to.match(/ Original$/);
    expect(seen(dialog)).to.contain('by Noor Haddad');
    expect(await historyAt(here)).to.deep.equal(['/api/v1/statuses/ID/history']);
    await expect(dialog).to.be.accessible();
  });

  it('what is changed is told without colours: elements with a meaning, lines, and words for whoever hears it', async () => {
    const { tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
    const dialog = await open(tag, 2);
    const [del, ins] = [first(dialog, 'del.removed'), first(dialog, 'ins.added')];
    expect(del.textContent).to.equal('Removed: fog (end)');
    expect(ins.textContent).to.equal('Added: gull (end)');
    expect(getComputedStyle(del).textDecorationLine).to.equal('line-through');
    expect(getComputedStyle(ins).textDecorationLine).to.equal('underline');
  });

  it('the focus comes to the title, Escape closes, and the focus is back at the mark', async () => {
    const { tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
    mark(tag).focus();
    const dialog = await open(tag, 2);
    expect(tag.shadowRoot!.activeElement?.textContent).to.equal('How this post was edited');
    first<HTMLButtonElement>(dialog, 'button[value=close]').click();
    await until(() => all(tag, 'dialog.history').length === 0);
    await until(() => tag.shadowRoot!.activeElement === mark(tag), 'the focus');
    await open(tag, 2);
    tag.remove();
    expect(all(tag, 'dialog.history').length).to.equal(0);
  });

  it('a warning, pictures and their descriptions, choices of a poll: what came, went and changed', async () => {
    const { tag } = await edited([
      { status: 'a', poll: { options: ['Tea', 'Coffee'], expires_in: 3600 } },
      { status: 'a', spoiler_text: 'Water', poll: { options: ['Tea', 'Cocoa'], expires_in: 3600 } },
    ]);
    const dialog = await open(tag, 2);
    expect(marks(versions(dialog)[0]!)).to.deep.equal(['+Water', '-Coffee', '+Cocoa']);
    expect(seen(versions(dialog)[0]!))
      .to.contain('Content warning:')
      .and.contain('Marked as sensitive.');
    expect(marks(versions(dialog)[1]!)).to.deep.equal([]);
    expect(seen(first(versions(dialog)[1]!, '.version-poll'))).to.equal('Tea\nCoffee');
  });

  it('attachments by their ids', async () => {
    const here = await town();
    const post = await here.post('noor', { status: 'a' });
    await here.edit(post.id, { status: 'b' });
    const version = (content: string, media: readonly [id: string, description: string | null][]) => ({
      content: `<p>${content}</p>`,
      created_at: `2026-01-0${media.length}T00:00:00.000Z`,
      spoiler_text: '',
      account: post.account,
      media_attachments: media.map(([id, description]) => ({ id, type: 'image', description })),
    });
    const body = [
      version('a', [['1', 'A boat']]),
      version('a', [
        ['1', 'A red boat'],
        ['2', null],
      ]),
      version('a', [
        ['2', null],
        ['3', 'Fog'],
        ['4', 'A gull'],
      ]),
    ];
    await here.breaks({ path: '*/history', body });
    const dialog = await open(await shown(post), 3);
    const lines = versions(dialog).map((each) =>
      all(each, '.version-list li').map((line) => line.textContent.replace(/\s+/g, ' ').trim()),
    );
    expect(lines).to.deep.equal([
      ['picture · no description', 'Added: picture · Fog', 'Added: picture · A gull', 'Removed: picture · A red boat'],
      ['picture · A Added: red (end)boat', 'Added: picture · no description'],
      ['picture · A boat'],
    ]);
  });

  it('at home it is asked for with the reader’s token: it may be for followers only', async () => {
    const { here, tag } = await edited([{ status: 'a fog', visibility: 'unlisted' }, { status: 'a gull' }], 'ines');
    await until(() => all(tag, 'button.action').length);
    await here.forget();
    const dialog = await open(tag, 2);
    expect(marks(dialog)).to.deep.equal(['-fog', '+gull']);
    expect((await here.asked(/history/)).map(({ authorization, status }) => [!!authorization, status])).to.deep.equal([
      [true, 200],
    ]);
  });

  it('read from another server whose door is closed meanwhile: the reader’s own server is asked', async () => {
    const here = await town();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, { status: 'Snow on the pass' });
    await here.peer.edit(away.id, { status: 'Snow on the whole pass' });
    await cameBefore(here, 'noor');
    const tag = await shown(away, '<masto-auth></masto-auth>');
    await here.peer.breaks({
      path: '*/history',
      status: 401,
      body: { error: 'This method requires an authenticated user' },
    });
    await here.forget();
    const dialog = await open(tag);
    expect(seen(dialog)).to.contain('Snow on the whole pass');
    expect((await here.asked()).map(({ path }) => path.replace(/\d{9,}/, 'ID'))).to.deep.equal([
      '/api/v2/search',
      '/api/v1/statuses/ID/history',
    ]);
    expect((await here.peer.asked()).some(({ authorization }) => authorization)).to.equal(false);
  });

  const failures: Readonly<Record<string, [fault: object, says: RegExp, failure: string]>> = {
    'R131 404, deleted or without a history': [
      { status: 404, body: { error: 'Record not found' } },
      /has no history of this post\. It may be deleted/,
      'not-found',
    ],
    'R126 a closed server': [{ status: 403, body: { error: 'No' } }, /does not allow this/, 'forbidden'],
    'R142 something else than a list': [{ body: { a: 1 } }, /answers strangely/, 'wrong-shape'],
    'R148 no connection': [{ refuse: true }, /does not answer/, 'unreachable'],
  };
  for (const [name, [fault, says, failure]] of Object.entries(failures))
    it(`${name}: a sentence in the dialog, dispatched once`, async () => {
      const { here, tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
      await here.breaks({ path: '*/history', ...fault });
      const told = heard(tag as HTMLElement, 'masto-error');
      mark(tag).click();
      const dialog = await dialogOf(tag);
      await appears(dialog, says);
      expect(((await told).error as MastoError).failure).to.equal(failure);
      expect(byRole(dialog, 'alert').length).to.equal(1);
      const [again] = byRole(dialog, 'button', 'Try again');
      if (!again) return;
      await here.heals();
      again.click();
      await until(() => versions(dialog).length === 2, 'the versions');
    });

  it('an empty history, and one of a single version: said', async () => {
    for (const body of [[], [{ content: '<p>Only this</p>', created_at: '2026-01-01T00:00:00.000Z' }]]) {
      const { here, tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
      await here.breaks({ path: '*/history', body });
      mark(tag).click();
      const dialog = await dialogOf(tag);
      await appears(dialog, `${here.host} has no earlier versions of this post.`);
      expect(versions(dialog).length).to.equal(body.length);
    }
  });

  it('R142 broken versions are left out, nonsense in the others is none on the page', async () => {
    const { here, tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
    const body = [
      null,
      7,
      {
        content: 7,
        created_at: 'soon',
        account: null,
        media_attachments: {},
        poll: 'x',
        emojis: null,
        spoiler_text: [],
      },
      {
        content: '<p>whole<script>x()</script></p>',
        created_at: '2026-01-01T00:00:00.000Z',
        media_attachments: [null],
      },
    ];
    await here.breaks({ path: '*/history', body });
    const dialog = await open(tag, 2);
    expect(seen(dialog)).to.contain('whole').and.contain('unknown date').and.not.contain('undefined');
    expect(versions(dialog).length).to.equal(2);
  });

  it('R79 a hundred versions of 100 kB: ten at once, the rest when asked for, the focus on the first of them', async () => {
    const { here, tag } = await edited([{ status: 'a fog' }, { status: 'a gull' }]);
    const words = Array.from({ length: 16_000 }, (_, at) => `w${at}`).join(' ');
    const body = Array.from({ length: 100 }, (_, at) => ({
      content: `<p>${at} ${words}</p>`,
      created_at: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
    }));
    await here.breaks({ path: '*/history', body });
    const dialog = await open(tag, 10);
    expect(versions(dialog).length).to.equal(10);
    expect(marks(versions(dialog)[0]!)).to.deep.equal(['-98', '+99']);
    byRole(dialog, 'button', 'Show 90 older versions')[0]!.click();
    await until(() => versions(dialog).length === 20);
    expect(tag.shadowRoot!.activeElement).to.equal(first(versions(dialog)[10]!, 'h3'));
  }).timeout(30_000);

  it('links in a version are the post’s: the page may open them itself', async () => {
    const { tag } = await edited([{ status: 'See #fog' }, { status: 'See all #fog' }]);
    const dialog = await open(tag, 2);
    const opened = heard(tag as HTMLElement, 'masto-open');
    tag.addEventListener('masto-open', (event) => event.preventDefault(), { once: true });
    first<HTMLAnchorElement>(dialog, 'a.hashtag').click();
    expect((await opened).kind).to.equal('tag');
  });

  it('in German, right to left, at 320 px: everything fits, whatever is pressed is 40 px', async () => {
    const { post } = await edited([{ status: 'a fog' }, { status: `a ${'gull'.repeat(60)}` }]);
    const tag = await shown(post, '', 'inline-size: 320px');
    tag.setAttribute('lang', 'de');
    await until(() => nameOf(mark(tag)).startsWith('Bearbeitet'), 'German');
    mark(tag).click();
    const dialog = await dialogOf(tag);
    await appears(dialog, 'Wie dieser Beitrag bearbeitet wurde');
    await until(() => versions(dialog).length === 2);
    dialog.style.inlineSize = '304px';
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    for (const button of byRole(dialog, 'button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), nameOf(button)).to.be.at.least(39.5);
    }
  });
});
