import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, first, mount, part, posts, seen, until } from '../helpers.js';
import { raw, shown } from './given.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone: its modules are made when they are asked for. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/fuller.js');
});

const facts = (tag: Element) =>
  [...first(tag, '.post-facts').children].map((each) => each.textContent.replace(/\s+/g, ' ').trim());

/** 3 February 2026, 04:05 wherever the browser believes to be. */
const at = (day: number, hour: number, minute: number) => new Date(2026, 1, day, hour, minute).toISOString();

describe('<masto-status> details of a post that stands alone', () => {
  it('who may see it, when it was written and edited, its language, how it was written, how many did what', async () => {
    const tag = await shown(
      raw({
        created_at: at(3, 4, 5),
        edited_at: at(3, 16, 7),
        language: 'pt',
        application: { name: 'Ink & Quill', website: 'https://ink.example/' },
        reblogs_count: 18,
        favourites_count: 1963,
        quotes_count: 1,
      }),
    );
    expect(facts(tag)).to.deep.equal([
      'Public',
      '3 February 2026, 04:05',
      'edited 16:07',
      'Portuguese',
      'written with Ink & Quill',
      '18 boosts',
      '1,963 favourites',
      '1 quote',
    ]);
    const link = first<HTMLAnchorElement>(tag, '.post-facts a');
    expect([link.href, link.rel]).to.deep.equal(['https://ink.example/', 'nofollow noopener noreferrer']);
    await expect(tag).to.be.accessible();
  });

  it('in German; another day’s edit with its date; its own language goes without saying', async () => {
    const tag = await shown(
      raw({ created_at: at(3, 4, 5), edited_at: at(4, 0, 1), language: 'de', visibility: 'unlisted' }),
    );
    tag.lang = 'de';
    await appears(tag, '3. Februar 2026, 04:05');
    expect(facts(tag)).to.deep.equal([
      'Öffentlich (still)',
      '3. Februar 2026, 04:05',
      'bearbeitet 4. Februar 2026, 00:01',
    ]);
  });

  it('what a server leaves out is left out, what is hostile leads nowhere', async () => {
    const wrong: readonly unknown[] = [null, '', 0, [], {}, 'x', { name: '' }, { name: 7 }];
    for (const application of wrong)
      expect(
        facts(await shown(raw({ application, quotes_count: application }))).slice(2),
        JSON.stringify(application),
      ).to.deep.equal([]);
    for (const website of ['javascript:alert(1)', 'data:text/html,x', 'x', null, 7, {}]) {
      const tag = await shown(raw({ application: { name: '<b>Quill\u202e</b>', website } }));
      expect(facts(tag).slice(2)).to.deep.equal(['written with <b>Quill</b>']);
      expect(all(tag, '.post-facts a').length).to.equal(0);
    }
    expect(facts(await shown(raw({ created_at: 'soon', visibility: 'local' })))).to.deep.equal([
      'Limited audience',
      'unknown date',
    ]);
    expect(facts(await shown(raw({ language: 'xq-x' })))[2] ?? '').to.not.contain('undefined');
  });

  it('its words are larger and stand from edge to edge, also while a warning is closed', async () => {
    const tag = await shown(raw({ spoiler_text: 'Water' }), 'inline-size: 600px; font-size: 16px');
    const edge = () =>
      part(tag, 'warning').getBoundingClientRect().left - part(tag, 'author').getBoundingClientRect().left;
    expect(edge()).to.equal(0);
    expect(facts(tag)[0]).to.equal('Public');
    first<HTMLButtonElement>(tag, 'button[value=open]').click();
    await appears(tag, 'Hello');
    expect(getComputedStyle(part(tag, 'content')).fontSize).to.equal('18px');
  });

  it('a post in a list has none of this, and nothing is brought for it', async () => {
    const here = await town();
    const list = mount(`<masto-timeline instance="${here.host}" feed="local" limit="5" load="eager"></masto-timeline>`);
    await until(() => posts(list).length === 5);
    expect(all(list, '.post-facts').length).to.equal(0);
    expect(getComputedStyle(part(posts(list)[0]!, 'author')).marginInlineStart).to.equal('-56px');
  });

  it('the reader is in its counts as soon as they have pressed', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Low tide at four' });
    await cameBefore(here, 'noor');
    const tag = mount(
      `<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`,
    ).querySelector('masto-status')!;
    await until(() => all(tag, 'button.favourite').length);
    expect(facts(tag)).to.not.include('1 favourite');
    all(tag, 'button.favourite')[0]!.click();
    await until(() => facts(tag).includes('1 favourite'));
  });

  it('a pinned post of the reader’s own says so above its byline', async () => {
    const here = await town();
    await cameBefore(here, 'noor');
    const id = await here.idOf('noor');
    const [pinned] = await here.get<{ url: string }[]>(`/api/v1/accounts/${id}/statuses?pinned=true`);
    const other = await here.post('noor', { status: 'Not pinned' });
    const box = mount(
      `<masto-auth></masto-auth>${[pinned!, other].map(({ url }) => `<masto-status load="eager" src="${url}"></masto-status>`).join('')}`,
    );
    const [one, two] = posts(box);
    await until(() => all(two!, 'button.action').length && all(one!, 'button.action').length);
    await appears(one!, /^Pinned\n/);
    expect(seen(two!)).to.not.contain('Pinned');
  });
});
