import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, byRole, focused, pause, parts, posts, seen, theOne, until } from '../helpers.js';
import { flat, has, lines, said, stage, theyDo, type Stage, type Town } from './notifications-stage.js';
import { forgetEverybody } from './signed-in.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo(0, 0));

before(async function () {
  this.timeout(60_000);
  await import('../../src/mastodon/live.js');
});

/** The line to the server is open: what happens from now on is told. */
const listens = ({ here }: Stage) =>
  until(async () => (await here.control<unknown[]>('GET', 'streams')).length, 'the open line');

let mine = '';

const few = {
  attributes: 'live',
  before: async (here: Town) => {
    ({ id: mine } = await here.post('noor', { status: 'Low tide' }));
    await theyDo(here, ['ines'], `statuses/${mine}/favourite`);
  },
};

const many = {
  attributes: 'live',
  before: async (here: Town) => {
    await few.before(here);
    for (let n = 0; n < 12; n++) await here.post('ines', { status: `@noor ${n}` });
  },
};

describe('<masto-notifications live>', () => {
  it('at the top, what happens comes in; a group grows', async () => {
    const stand = await stage(few);
    const { here, tag } = stand;
    await has(tag, 1);
    await listens(stand);
    await here.post('bruno', { status: '@noor are you there?' });
    await until(() => posts(tag).length === 1);
    expect(flat(lines(tag)[0]!)).to.contain('are you there?');
    await theyDo(here, ['bruno'], `statuses/${mine}/favourite`);
    await until(() => /Bruno .* and Inês Matos favourited/.test(said(tag).join(' ')));
    expect(parts(tag, 'pill')).to.have.length(0);
    expect(lines(tag)).to.have.length(2);
  });

  it('further down, it waits above, and nothing moves', async () => {
    const stand = await stage(many);
    const { here, tag } = stand;
    await has(tag, 13);
    await listens(stand);
    lines(tag)[8]!.scrollIntoView();
    await pause(300);
    const before = lines(tag).map(({ dataset }) => dataset['key']);
    const { top } = lines(tag)[8]!.getBoundingClientRect();
    await here.post('bruno', { status: '@noor one' });
    await until(() => byRole(tag, 'button', '1 new notification').length === 1);
    await theyDo(here, ['bruno'], `statuses/${mine}/favourite`);
    await until(() => byRole(tag, 'button', '2 new notifications').length === 1);
    expect(lines(tag).map(({ dataset }) => dataset['key'])).to.deep.equal(before);
    expect(Math.abs(lines(tag)[8]!.getBoundingClientRect().top - top)).to.be.below(1);
    theOne(tag, 'button', '2 new notifications').click();
    await has(tag, 14);
    expect(said(tag).join(' ')).to.match(/Bruno .* and Inês Matos favourited/);
    await until(() => focused() === lines(tag)[0], 'the focus on the first line');
    const { top: now } = lines(tag)[0]!.getBoundingClientRect();
    expect(now).to.be.within(-1, innerHeight);
    expect(parts(tag, 'pill')).to.have.length(0);
  });

  it('waits, too, while the reader is in the middle of something', async () => {
    const stand = await stage(few);
    const { here, tag } = stand;
    await has(tag, 1);
    await listens(stand);
    all<HTMLElement>(tag, '.notification-excerpt')[0]!.focus();
    await here.post('bruno', { status: '@noor are you there?' });
    await until(() => byRole(tag, 'button', '1 new notification').length === 1);
    expect(lines(tag)).to.have.length(1);
  });

  it('a bell counts what comes', async () => {
    const stand = await stage({ ...few, attributes: 'live compact' });
    const { here, tag } = stand;
    await until(() => parts(tag, 'count').length === 1 && seen(parts(tag, 'count')[0]!) === '1');
    await listens(stand);
    await here.post('bruno', { status: '@noor are you there?' });
    await until(() => seen(parts(tag, 'count')[0]!) === '2');
  });

  it('says how it hears, and when it does not', async () => {
    const stand = await stage(few);
    const { here, tag } = stand;
    await listens(stand);
    await until(() => seen(parts(tag, 'live')[0]!) === 'Live');
    await here.settings({ streaming: { on: false } } as never);
    await here.control('DELETE', 'streams');
    await until(() => /^(Connecting|Not live|Looks every minute)/.test(seen(parts(tag, 'live')[0]!)));
    expect(lines(tag)).to.have.length(1);
  });

  it('is quiet where nobody has asked for it', async () => {
    const { here, tag } = await stage({ ...few, attributes: '' });
    await has(tag, 1);
    await pause(500);
    expect(await here.control<unknown[]>('GET', 'streams')).to.deep.equal([]);
    expect(parts(tag, 'live')).to.have.length(0);
  });
});
