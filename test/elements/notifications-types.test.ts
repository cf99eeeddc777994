import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, posts, seen, until } from '../helpers.js';
import { account, answers, flat, group, has, lines, post, said, stage, type Stage } from './notifications-stage.js';
import { forgetEverybody } from './signed-in.js';

afterEach(forgetEverybody);

const ada = account('ada', 'Ada');
const bo = account('bo', 'Bo');
const text = 'Low tide at four';

/** The reader is shown these. */
async function shown(
  groups: readonly object[],
  statuses: readonly object[] = [],
  around = 'lang="en"',
): Promise<Stage> {
  const stand = await stage({ around, before: (here) => answers(here, groups, [ada, bo], statuses) });
  await has(stand.tag, groups.length);
  return stand;
}

const votes = (...counts: (number | null)[]) => ({
  id: '1',
  expired: true,
  multiple: false,
  votes_count: counts.reduce<number>((sum, n) => sum + (n ?? 0), 0),
  voters_count: null,
  options: counts.map((votes_count, at) => ({ title: ['Ada', 'Loominous'][at], votes_count })),
});

/** A group, the post it is about, and what is said of it in English and in German; `{host}` is the reader's server. */
const kinds: Readonly<Record<string, [more: object, post: object | undefined, english: string, german: string]>> = {
  reblog: [{}, {}, 'Ada boosted your post', 'Ada hat deinen Beitrag geteilt'],
  favourite: [{}, {}, 'Ada favourited your post', 'Ada hat deinen Beitrag favorisiert'],
  follow: [{}, undefined, 'Ada follows you now', 'Ada folgt dir jetzt'],
  follow_request: [{}, undefined, 'Ada asks to follow you', 'Ada möchte dir folgen'],
  poll: [
    {},
    { poll: votes(3, 1) },
    `A poll you voted in has ended: ${text}`,
    `Eine Umfrage, bei der du abgestimmt hast, ist beendet: ${text}`,
  ],
  update: [{}, {}, 'Ada edited a post that you boosted', 'Ada hat einen Beitrag bearbeitet, den du geteilt hast'],
  quoted_update: [{}, {}, 'Ada edited a post that you quoted', 'Ada hat einen Beitrag bearbeitet, den du zitiert hast'],
  severed_relationships: [
    {
      event: {
        id: '1',
        type: 'domain_block',
        target_name: 'spam.example',
        followers_count: 3,
        following_count: 1,
        purged: false,
      },
    },
    undefined,
    'The moderators of {host} have blocked the server spam.example',
    'Die Moderation von {host} hat den Server spam.example gesperrt',
  ],
  moderation_warning: [
    { moderation_warning: { id: '1', action: 'sensitive', text: 'Warn of food, please', status_ids: [] } },
    undefined,
    'The moderators of {host} mark your posts as sensitive from now on',
    'Die Moderation von {host} markiert deine Beiträge von jetzt an als heikel',
  ],
  annual_report: [
    { annual_report: { year: '2026' } },
    undefined,
    'Your year 2026 on {host} is ready',
    'Dein Jahr 2026 auf {host} ist fertig',
  ],
  'admin.sign_up': [{}, undefined, 'Ada has signed up', 'Ada hat sich registriert'],
  'admin.report': [
    { report: { id: '1', category: 'spam', comment: 'Sells watches', target_account: bo, status_ids: ['1'] } },
    undefined,
    'Ada reported posts of Bo',
    'Ada hat Beiträge von Bo gemeldet',
  ],
  added_to_collection: [
    { collection: { id: '1', name: 'Bakers', url: 'https://elsewhere.example/c/1' } },
    undefined,
    'Ada added you to the collection Bakers',
    'Ada hat dich in die Sammlung Bakers aufgenommen',
  ],
  collection_update: [
    { collection: { id: '1', name: 'Bakers', url: 'https://elsewhere.example/c/1' } },
    undefined,
    'Ada edited the collection Bakers, which you are in',
    'Ada hat die Sammlung Bakers bearbeitet, in der du bist',
  ],
};

const ofAll = (around: string) => {
  const statuses: ReturnType<typeof post>[] = [];
  const groups = Object.entries(kinds).map(([type, [more, about]]) => {
    if (!about) return group(type, ['ada'], more);
    statuses.push(post(ada, text, about));
    return group(type, ['ada'], { status_id: statuses.at(-1)!.id, ...more });
  });
  return shown(groups, statuses, around);
};

describe('<masto-notifications> every type', () => {
  for (const [lang, at] of [
    ['en', 2],
    ['de', 3],
  ] as const)
    it(`has a sentence of its own (${lang})`, async () => {
      const { here, tag } = await ofAll(`lang="${lang}"`);
      const sentences = Object.values(kinds).map((row) => String(row[at]).replace('{host}', here.host));
      await until(() => said(tag)[0]!.endsWith(sentences[0]!));
      expect(said(tag).map((line) => line.replace(/^(Unread|Ungelesen)\. /, ''))).to.deep.equal(sentences);
      expect(seen(tag)).to.not.match(/[{}]|undefined|\[object/);
    });

  for (const [type, why] of [
    ['mention', 'mentions you'],
    ['status', 'has posted'],
    ['quote', 'quotes you'],
  ] as const)
    it(`${type}: the post itself, and why it is there`, async () => {
      const about = post(ada, text);
      const { tag } = await shown([group(type, ['ada'], { status_id: about.id })], [about]);
      await until(() => posts(tag).length === 1);
      await appears(tag, text);
      await appears(tag, why);
    });

  it('what is written to the reader alone is said to be private', async () => {
    const about = post(ada, text, { visibility: 'direct' });
    const { tag } = await shown([group('mention', ['ada'], { status_id: about.id })], [about]);
    await appears(tag, 'writes to you privately');
  });

  it('R200 one that nobody here has heard of: what its server says of it, as words', async () => {
    const fallback = { title: '<b>Ada</b> zapped <script>you</script>', summary: '<p>With <i>21</i> sats</p>' };
    const { here, tag } = await shown([group('zap', ['ada'], { fallback })]);
    expect(said(tag)[0]).to.match(/Ada zapped/);
    await appears(tag, 'With 21 sats');
    expect(byRole(tag, 'link', `See it on ${here.host}`)).to.have.length(1);
    expect(all(tag, 'script')).to.have.length(0);
  });

  it('R200 without account, post, words or anything: a plain sentence, and a way to the server', async () => {
    const { here, tag } = await shown([
      group('memo', []),
      group('mention', []),
      group('favourite', []),
      group('admin.report', []),
      group('severed_relationships', []),
      group('moderation_warning', []),
      group('poll', []),
      group('collection_update', []),
    ]);
    expect(said(tag).map((line) => line.replace('Unread. ', ''))).to.deep.equal([
      `${here.host} has news for you of a kind that this page does not know`,
      'Somebody mentioned you',
      'Somebody favourited your post',
      'Somebody reported Somebody',
      'You have lost connections',
      `The moderators of ${here.host} have sent you a warning`,
      'A poll you voted in has ended',
      'Somebody edited a collection that you are in',
    ]);
    expect(byRole(tag, 'link', `See it on ${here.host}`)).to.have.length(1);
  });

  it('what else a server tells stands below, with a way to its own page', async () => {
    const { here, tag } = await ofAll('lang="en"');
    const rows = new Map(Object.keys(kinds).map((type, at) => [type, flat(lines(tag)[at]!)]));
    expect(rows.get('severed_relationships')).to.contain('3 followers 1 person you followed');
    expect(rows.get('moderation_warning')).to.contain('Warn of food, please');
    expect(rows.get('admin.report')).to.contain('Sells watches');
    expect(rows.get('poll')).to.contain('Ada, with 75 % of 4 votes');
    const ways = all<HTMLAnchorElement>(tag, '.notification-way a').map(({ href }) => href.replace(here.origin, ''));
    expect(ways).to.deep.equal([
      '/severed_relationships',
      '/disputes/strikes/1',
      '/notifications',
      '/admin/reports/1',
      'https://elsewhere.example/c/1',
      'https://elsewhere.example/c/1',
    ]);
  });

  for (const [how, counts, says] of [
    ['nobody has voted', [0, 0], 'Nobody has voted'],
    ['a tie', [2, 2], 'A tie at 50 % each of 4 votes'],
    ['totals that are hidden', [null, null], ''],
  ] as const)
    it(`a poll: ${how}`, async () => {
      const about = post(ada, text, { poll: votes(...counts) });
      const { tag } = await shown([group('poll', ['ada'], { status_id: about.id })], [about]);
      expect(flat(lines(tag)[0]!).split(text)[1]!.trim()).to.equal(says);
    });

  it('of a post with a warning the warning alone is told', async () => {
    const about = post(ada, 'Eight legs', { spoiler_text: 'Spiders' });
    const { tag } = await shown([group('favourite', ['ada'], { status_id: about.id })], [about]);
    expect(seen(tag)).to.contain('Content warning: Spiders').and.not.contain('Eight legs');
  });

  it('of a post without words its pictures are counted', async () => {
    const media = [1, 2].map((id) => ({ id: String(id), type: 'image', url: 'https://elsewhere.example/1.png' }));
    const about = post(ada, '', { media_attachments: media });
    const { tag } = await shown([group('favourite', ['ada'], { status_id: about.id })], [about]);
    expect(seen(tag)).to.contain('2 pictures');
  });

  it('a count that cannot be true gives way to the faces; great ones are grouped', async () => {
    const about = post(ada, text);
    const { tag } = await shown(
      [
        group('favourite', ['ada', 'bo'], { status_id: about.id, notifications_count: 0 }),
        group('favourite', ['ada', 'bo'], { status_id: about.id, notifications_count: 1905 }),
        group('follow', ['ada'], { notifications_count: 2 }),
      ],
      [about],
    );
    const [two, many, unknown] = said(tag);
    expect(two).to.contain('Ada and Bo favourited');
    expect(many).to.contain('Ada and 1,904 others favourited');
    expect(unknown).to.contain('Ada and 1 other follow you now');
  });
});
