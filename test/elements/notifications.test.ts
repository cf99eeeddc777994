import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoOpenEvent } from '../../src/index.js';
import { all, appears, byRole, heard, inState, part, parts, posts, seen, theOne, until } from '../helpers.js';
import { flat, has, lines, press, said, stage, Somebody, theyDo, type Post } from './notifications-stage.js';
import { forgetEverybody } from './signed-in.js';

afterEach(forgetEverybody);

const bread = 'The supervisor has inspected the bread.';

/** Noor has posted, and these people have favourited it. */
const favourited = (...names: string[]) => ({
  before: async (here: Parameters<typeof theyDo>[0]) => {
    const { id } = await here.post('noor', { status: bread });
    await theyDo(here, names, `statuses/${id}/favourite`);
  },
});

describe('<masto-notifications>', () => {
  it('groups as the server does: who, what, and the post’s first words', async () => {
    const { here, tag } = await stage(favourited('ines', 'bruno'));
    const event = await heard(tag, 'masto-load');
    expect(event.count).to.equal(1);
    expect(said(tag)[0]).to.match(/^(Unread\. )?Bruno .* and Inês Matos favourited your post$/);
    expect(seen(tag)).to.contain(bread);
    expect(parts(tag, 'avatar')).to.have.length(2);
    expect(byRole(tag, 'link', bread)).to.have.length(1);
    expect((await here.asks(/notifications/)).some((path) => path.startsWith('/api/v2/notifications?'))).to.equal(true);
  });

  it('names one of many, and counts the others', async () => {
    const { tag } = await stage(favourited('ines', 'bruno', 'jun', 'saga'));
    await has(tag, 1);
    expect(said(tag)[0]).to.match(/Saga .* and 3 others favourited your post$/);
  });

  it('draws a post that is meant for the reader in full, and it can be favourited there', async () => {
    let id = '';
    const { tag, truth } = await stage({
      before: async (here) => ({ id } = await here.post('ines', { status: '@noor low tide at four?' })),
    });
    await until(() => posts(tag).length === 1);
    await appears(tag, 'mentions you');
    await appears(tag, 'low tide at four?');
    await until(() => all(tag, 'button.favourite').length);
    all<HTMLButtonElement>(tag, 'button.favourite')[0]!.click();
    await until(async () => (await truth<Post>(`/api/v1/statuses/${id}`))['favourited']);
  });

  it('says of an answer that it answers, once', async () => {
    const { tag } = await stage({
      before: async (here) => {
        const { id } = await here.post('noor', { status: 'Who has the key?' });
        await here.post('ines', { status: '@noor I have', in_reply_to_id: id });
      },
    });
    await appears(tag, 'in reply to @noor');
    expect(seen(tag)).to.not.contain('mentions you');
  });

  it('asks for the types that it names, and for no others', async () => {
    const { here, tag } = await stage({ ...favourited('ines'), attributes: 'types="mention, follow_request"' });
    await inState(tag, 'empty');
    const [path] = await here.asks(/\/v2\/notifications$/);
    const types = new URLSearchParams(path!.split('?')[1]).getAll('types[]');
    expect(types.sort()).to.deep.equal(['follow_request', 'mention']);
  });

  it('opens people and posts; what the page does itself is not followed', async () => {
    const { tag } = await stage(favourited('ines'));
    await has(tag, 1);
    const opened: string[] = [];
    tag.addEventListener('masto-open', (event: MastoOpenEvent) => {
      event.preventDefault();
      opened.push(`${event.kind} ${event.name.replace(/^.*\/\/|:\d+/g, '')}`);
    });
    theOne(tag, 'link', /^Inês Matos/).click();
    theOne(tag, 'link', bread).click();
    expect(opened[0]).to.match(/^account ines@/);
    expect(opened[1]).to.match(/^status /);
  });

  it('speaks the language of the page, also when that changes', async () => {
    const { box, tag } = await stage({ ...favourited('ines', 'bruno', 'jun'), around: 'lang="de"' });
    await has(tag, 1);
    await until(() => /und 2 weitere haben deinen Beitrag favorisiert$/.test(said(tag)[0]!));
    box.firstElementChild!.setAttribute('lang', 'en');
    tag.setAttribute('lang', 'en');
    await until(() => /and 2 others favourited your post$/.test(said(tag)[0]!));
  });

  it('brings older ones, until there are none', async () => {
    const { tag } = await stage({
      before: async (here) => {
        for (let n = 0; n < 23; n++) await here.post('ines', { status: `@noor ${n}` });
      },
    });
    await has(tag, 20);
    theOne(tag, 'button', 'Older notifications').click();
    await has(tag, 23);
    for (const button of byRole(tag, 'button', 'Older notifications')) button.click();
    await until(() => byRole(tag, 'img', 'No older notifications').length === 1);
    expect(lines(tag)).to.have.length(23);
  });
});

describe('<masto-notifications> what is unread', () => {
  it('has a mark and words for it, and a line where it ends', async () => {
    const { here, tag, truth } = await stage({
      before: async (at) => {
        const noor = await Somebody.of(at, 'noor');
        await at.post('ines', { status: '@noor old' });
        const [{ id }] = (await noor.asks('notifications?limit=1')) as [{ id: string }];
        await noor.does(`markers?notifications[last_read_id]=${id}`);
        const { id: mine } = await at.post('noor', { status: bread });
        await theyDo(at, ['ines'], `statuses/${mine}/favourite`);
      },
    });
    await has(tag, 2);
    expect(flat(lines(tag)[0]!)).to.match(/Unread\./);
    expect(flat(lines(tag)[1]!)).to.not.match(/Unread\./);
    expect(all(tag, '.seen-before')).to.have.length(1);
    await until(
      async () =>
        (await truth<{ notifications: { last_read_id: string } }>('/api/v1/markers?timeline[]=notifications'))
          .notifications.last_read_id === (await truth<{ id: string }[]>('/api/v1/notifications?limit=1'))[0]!.id,
    );
    expect(flat(lines(tag)[0]!)).to.match(/Unread\./);
    expect(here.host).to.be.a('string');
  });
});

describe('<masto-notifications> what the reader does', () => {
  it('dismisses one, here and at the server', async () => {
    const { tag, truth } = await stage(favourited('ines'));
    await has(tag, 1);
    press(tag, 'dismiss');
    await inState(tag, 'empty');
    await until(async () => (await truth<unknown[]>('/api/v1/notifications')).length === 0);
  });

  it('a refusal is said under the line, which is back', async () => {
    const { here, tag } = await stage(favourited('ines'));
    await has(tag, 1);
    await here.breaks({ method: 'POST', path: '/api/*', status: 422, body: { error: 'Not today' } });
    const error = heard(tag, 'masto-error');
    press(tag, 'dismiss');
    await until(() => byRole(tag, 'alert').length === 1);
    expect((await error).error.message).to.contain('422');
    expect(lines(tag)).to.have.length(1);
  });

  it('R34 what is not allowed is asked for at the first use', async () => {
    const { here, box, tag } = await stage({ ...favourited('ines'), scopes: 'read' });
    await has(tag, 1);
    press(tag, 'dismiss');
    await until(() => byRole(tag, 'button', 'Allow it').length === 1);
    const asks: unknown[] = [];
    box.querySelector('masto-auth')!.login = (...args) => Promise.resolve(void asks.push(args));
    theOne(tag, 'button', 'Allow it').click();
    await until(() => asks.length);
    expect(asks).to.deep.equal([[here.host, ['write:notifications']]]);
  });

  it('clears all, but asks first', async () => {
    const { tag, truth } = await stage(favourited('ines'));
    await has(tag, 1);
    press(tag, 'clear');
    await appears(tag, 'Clear all notifications?');
    press(tag, 'keep');
    await until(() => all(tag, 'dialog').length === 0);
    expect(lines(tag)).to.have.length(1);
    press(tag, 'clear');
    await until(() => all<HTMLDialogElement>(tag, 'dialog')[0]?.open);
    press(tag, 'clear-all');
    await inState(tag, 'empty');
    expect(await truth<unknown[]>('/api/v1/notifications')).to.deep.equal([]);
    await until(() => all(tag, 'dialog').length === 0);
  });

  const asking = {
    before: async (here: Parameters<typeof theyDo>[0]) => {
      await here.control('PATCH', 'people/noor', { locked: true });
      const id = await here.idOf('noor');
      // Who follows already is asked for nothing.
      await theyDo(here, ['wren'], `accounts/${id}/unfollow`);
      await theyDo(here, ['wren'], `accounts/${id}/follow`);
    },
    attributes: 'types="follow_request"',
  };

  for (const [button, what, count] of [
    ['Accept', 'They follow you now', 1],
    ['Decline', 'Declined', 0],
  ] as const)
    it(`${button}: a request to follow is answered where it stands`, async () => {
      const { here, tag, truth } = await stage(asking);
      await appears(tag, 'asks to follow you');
      theOne(tag, 'button', button).click();
      await appears(tag, what);
      const me = await here.idOf('noor');
      await until(async () => (await truth<unknown[]>('/api/v1/follow_requests')).length === 0);
      const followers = await truth<{ acct: string }[]>(`/api/v1/accounts/${me}/followers?limit=80`);
      expect(followers.filter(({ acct }) => acct === 'wren')).to.have.length(count);
    });

  it('a request that could not be answered still can be, and it is said why', async () => {
    const { here, tag } = await stage(asking);
    await appears(tag, 'asks to follow you');
    await here.breaks({ method: 'POST', path: '/api/*', status: 403, body: { error: 'No' } });
    theOne(tag, 'button', 'Accept').click();
    await until(() => byRole(tag, 'alert').length === 1);
    expect(byRole(tag, 'button', 'Accept')).to.have.length(1);
    expect(part(tag, 'notice')).to.not.equal(null);
  });
});
