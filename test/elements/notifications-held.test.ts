import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, nameOf, theOne, until } from '../helpers.js';
import { account, flat, post, stage, theyDo, type Town } from './notifications-stage.js';
import { forgetEverybody } from './signed-in.js';

afterEach(forgetEverybody);

const odd = account('odd', 'Odd', { id: '77' });

const policy = { summary: { pending_requests_count: 2, pending_notifications_count: 13 } };

const requests = [
  { id: '1', account: odd, notifications_count: '12', last_status: post(odd, 'May I offer you a watch?') },
  { id: '2', account: account('wren', 'Wren', { id: '78' }), notifications_count: '1', last_status: null },
];

/** A server that holds two people back. */
const holding = (here: Town, ...more: Parameters<Town['breaks']>) =>
  here.breaks(
    ...more,
    { path: '/api/v2/notifications/policy', status: 200, body: policy },
    { method: 'GET', path: '/api/v1/notifications/requests', status: 200, body: requests },
  );

const some = {
  before: async (here: Town) => {
    const { id } = await here.post('noor', { status: 'Low tide' });
    await theyDo(here, ['ines'], `statuses/${id}/favourite`);
    await holding(here);
  },
};

describe('<masto-notifications> people who are held back', () => {
  it('are counted above the list, and looked at when the reader wants to', async () => {
    const { here, tag } = await stage(some);
    await appears(tag, '2 people are held back by your filters');
    expect((await here.asks(/requests/)).length).to.equal(0);
    theOne(tag, 'button', 'Show').click();
    await until(() => all(tag, '.held').length === 2);
    const [first, second] = all(tag, '.held').map(flat);
    expect(first).to.match(/^(?:O )?Odd @odd@elsewhere.example 12 notifications May I offer you a watch\?/);
    expect(second).to.contain('1 notification ');
    expect(theOne(tag, 'button', 'Hide').ariaExpanded).to.equal('true');
    theOne(tag, 'button', 'Hide').click();
    await until(() => all(tag, '.held').length === 0);
  });

  for (const [button, path] of [
    ['Let in Odd', 'accept'],
    ['Dismiss what Odd sent', 'dismiss'],
  ] as const)
    it(`${path}: is told to the server, and the line is gone`, async () => {
      const { here, tag } = await stage(some);
      await appears(tag, 'held back');
      theOne(tag, 'button', 'Show').click();
      await until(() => all(tag, '.held').length === 2);
      await holding(here, { method: 'POST', path: `/api/v1/notifications/requests/1/${path}`, status: 200, body: {} });
      await here.forget();
      theOne(tag, 'button', button).click();
      await until(() => all(tag, '.held').length === 1);
      await until(async () => (await here.asks(/requests\/1/)).includes(`/api/v1/notifications/requests/1/${path}`));
      await appears(tag, '1 person is held back');
    });

  it('a refusal is said where it was pressed', async () => {
    const { here, tag } = await stage(some);
    await appears(tag, 'held back');
    theOne(tag, 'button', 'Show').click();
    await until(() => all(tag, '.held').length === 2);
    await holding(here, { method: 'POST', path: '/api/*', status: 403, body: { error: 'No' } });
    theOne(tag, 'button', 'Let in Odd').click();
    await until(() => byRole(tag, 'alert').length === 1);
    expect(all(tag, '.held').length).to.equal(2);
    expect(nameOf(byRole(tag, 'alert')[0]!)).to.contain('does not allow that');
  });

  it('nobody is held back: nothing is said of it', async () => {
    const { tag } = await stage();
    await appears(tag, 'Nothing here yet');
    expect(all(tag, '.held-row').length).to.equal(0);
  });
});
