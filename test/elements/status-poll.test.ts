import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, hurry, first, part, parts, seen } from '../helpers.js';
import { raw, shown } from './given.js';

const minute = 60_000;
const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();

const poll = (fields: Readonly<Record<string, unknown>> = {}) =>
  raw({
    poll: {
      id: '1',
      expires_at: inTime(-minute),
      expired: true,
      multiple: false,
      votes_count: 8,
      voters_count: 8,
      options: [
        { title: 'Tea', votes_count: 5 },
        { title: 'Coffee', votes_count: 3 },
      ],
      emojis: [],
      ...fields,
    },
  });

const rows = (tag: Element) => all(tag, '[part~=poll] li').map((row) => seen(row).replaceAll('\n', ' '));
const foot = (tag: Element) => seen(part(tag, 'poll')).split('\n').at(-1);
const bars = (tag: Element) => byRole(tag, 'progressbar') as HTMLProgressElement[];

describe('<masto-status> a poll', () => {
  it('closed: each answer with its share, and how many took part', async () => {
    const tag = await shown(poll());
    expect(rows(tag)).to.deep.equal(['63 % Tea', '38 % Coffee']);
    expect(foot(tag)).to.equal('8 people · closed');
    expect(bars(tag).map(({ value, max, ariaLabel }) => [ariaLabel, value, max])).to.deep.equal([
      ['Tea', 63, 100],
      ['Coffee', 38, 100],
    ]);
    expect(bars(tag)[0]!.getBoundingClientRect().width).to.be.greaterThan(100);
  });

  it('the answer that leads is set off from the others', async () => {
    const tag = await shown(poll());
    const [tea, coffee] = all(tag, '[part~=poll] li');
    const weight = (row: Element) => Number(getComputedStyle(first(row, 'span + span')).fontWeight);
    expect(weight(tea!)).to.be.greaterThan(weight(coffee!));
  });

  const endings: Readonly<Record<string, [ms: number, text: string]>> = {
    'in a few seconds': [5_000, '1 minute left'],
    'in minutes': [29.5 * minute, '30 minutes left'],
    'in hours': [4.9 * 60 * minute, '5 hours left'],
    'in days': [2.9 * 24 * 60 * minute, '3 days left'],
  };
  for (const [what, [ms, text]] of Object.entries(endings))
    it(`open, ends ${what}: ${text}`, async () => {
      const tag = await shown(poll({ expired: false, expires_at: inTime(ms) }));
      expect(foot(tag)).to.equal(`8 people · ${text} · Vote on a.example`);
    });

  it('R196 open without an end', async () => {
    expect(foot(await shown(poll({ expired: false, expires_at: null })))).to.equal('8 people · Vote on a.example');
  });

  it('closed by the clock, whatever an older answer says', async () => {
    expect(foot(await shown(poll({ expired: false, expires_at: inTime(-1000) })))).to.equal('8 people · closed');
  });

  it('closes while it is read', async () => {
    hurry(100);
    const tag = await shown(poll({ expired: false, expires_at: inTime(20_000) }));
    expect(foot(tag)).to.equal('8 people · 1 minute left · Vote on a.example');
    await appears(tag, '8 people · closed');
  });

  it('R196 hidden totals: the answers stand there, and no share is made up', async () => {
    const options = [{ title: 'Tea', votes_count: null }, { title: 'Coffee' }];
    const tag = await shown(poll({ expired: false, expires_at: inTime(30 * minute), options }));
    expect(rows(tag)).to.deep.equal(['Tea', 'Coffee']);
    expect(bars(tag)).to.have.length(0);
    expect(foot(tag)).to.equal('8 people · 30 minutes left · results hidden until the end · Vote on a.example');
  });

  it('multiple: shares are of people, and so may be more than 100 % together', async () => {
    const options = [
      { title: 'Tea', votes_count: 8 },
      { title: 'Coffee', votes_count: 6 },
      { title: 'Neither', votes_count: 0 },
    ];
    const tag = await shown(poll({ multiple: true, votes_count: 14, voters_count: 10, options }));
    expect(rows(tag)).to.deep.equal(['80 % Tea', '60 % Coffee', '0 % Neither']);
    expect(foot(tag)).to.equal('10 people · closed');
  });

  it('R196 a server that counts no people: shares are of votes', async () => {
    const tag = await shown(poll({ voters_count: null }));
    expect(rows(tag)).to.deep.equal(['63 % Tea', '38 % Coffee']);
    expect(foot(tag)).to.equal('8 votes · closed');
  });

  it('R198 more votes than people, negative counts, counts as text: never more than 100 %', async () => {
    const options = [
      { title: 'Tea', votes_count: 50 },
      { title: 'Coffee', votes_count: -3 },
      { title: 'Milk', votes_count: '4' },
    ];
    const tag = await shown(poll({ voters_count: 3, options }));
    for (const { value } of bars(tag)) expect(value).to.be.within(0, 100);
    expect(seen(tag)).to.not.match(/NaN|-\d|\d{4,} %|[2-9]\d\d %/);
  });

  it('nobody has voted: no share of nothing', async () => {
    const options = [{ title: 'Tea', votes_count: 0 }];
    const tag = await shown(poll({ votes_count: 0, voters_count: 0, options }));
    expect(rows(tag)).to.deep.equal(['0 % Tea']);
    expect(foot(tag)).to.equal('0 people · closed');
  });

  it('one person; and a crowd, grouped', async () => {
    expect(foot(await shown(poll({ voters_count: 1 })))).to.equal('1 person · closed');
    expect(foot(await shown(poll({ voters_count: 1234567 })))).to.equal('1,234,567 people · closed');
    const german = document.createElement('masto-status');
    german.lang = 'de';
    german.status = poll({ voters_count: 1234567 });
    document.body.append(german);
    await appears(german, '1.234.567 Personen · beendet');
    german.remove();
  });

  it('custom emoji in its answers; markup there is text', async () => {
    const emojis = [{ shortcode: 'tea', url: `${location.origin}/tea.png`, static_url: `${location.origin}/tea.png` }];
    const tag = await shown(poll({ options: [{ title: ':tea: <b>hot</b>', votes_count: 8 }], emojis }));
    expect(rows(tag)).to.deep.equal(['100 % :tea: <b>hot</b>']);
    expect(all(part(tag, 'poll'), 'img')).to.have.length(1);
    expect(all(part(tag, 'poll'), 'b')).to.have.length(0);
  });

  it('without answers there is no poll', async () => {
    const tag = await shown(poll({ options: [] }));
    expect(parts(tag, 'poll')).to.have.length(0);
  });
});
