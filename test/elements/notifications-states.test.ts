import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import {
  all,
  appears,
  byRole,
  focused,
  heard,
  inState,
  mount,
  nameOf,
  part,
  parts,
  seen,
  theOne,
  until,
} from '../helpers.js';
import { account, answers, group, has, lines, stage, theyDo } from './notifications-stage.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

const some = {
  before: async (here: Parameters<typeof theyDo>[0]) => {
    const { id } = await here.post('noor', { status: 'Low tide' });
    await theyDo(here, ['ines'], `statuses/${id}/favourite`);
    await here.post('ines', { status: '@noor hello' });
  },
};

describe('<masto-notifications> instead of a list', () => {
  it('R129 nobody is signed in: says so, offers it, and asks nobody', async () => {
    const { here, box, tag } = await stage({ person: '' });
    box.querySelector('masto-auth')!.setAttribute('instance', here.host);
    await inState(tag, 'signed-out');
    await appears(tag, 'Only whoever is signed in has notifications');
    const asks: unknown[] = [];
    box.querySelector('masto-auth')!.login = (...args) => Promise.resolve(void asks.push(args));
    theOne(tag, 'button', 'Sign in').click();
    expect(asks).to.have.length(1);
    expect(await here.asks(/notifications/)).to.deep.equal([]);
  });

  it('what the page has put there for somebody who is signed out takes its place', async () => {
    const box = mount('<masto-notifications load="eager"><p slot="signed-out">Come in</p></masto-notifications>');
    const tag = box.firstElementChild!;
    await inState(tag, 'signed-out');
    await appears(tag, 'Come in');
    expect(seen(tag)).to.not.contain('Only whoever');
  });

  it('another server than the reader’s has no notifications of theirs, and is not asked', async () => {
    const other = await town();
    const { tag } = await stage({ ...some, attributes: `instance="${other.host}"` });
    await inState(tag, 'signed-out');
    expect(await other.asks(/notifications/)).to.deep.equal([]);
  });

  it('R102 load="click": who is signed in there has agreed', async () => {
    const { tag } = await stage({ ...some, attributes: 'load="click"' });
    tag.scrollIntoView();
    await has(tag, 2);
  });

  it('there are none: says when there will be', async () => {
    const { tag } = await stage();
    await inState(tag, 'empty');
    await appears(tag, 'When somebody answers you or follows you');
  });

  it('it fails: says why, and tries again', async () => {
    const { here, tag } = await stage({
      ...some,
      before: async (at) => {
        await some.before(at);
        await at.breaks({ path: '/api/v2/notifications', status: 500 }, { path: '/api/v1/notifications', status: 500 });
      },
    });
    const error = await heard(tag, 'masto-error');
    expect(error.error.message).to.contain('500');
    await inState(tag, 'failed');
    await here.heals();
    theOne(tag, 'button', 'Try again').click();
    await has(tag, 2);
  });

  it('R34 it may not be read: one permission more is asked for', async () => {
    const { here, box, tag } = await stage({ ...some, scopes: 'read:statuses profile' });
    await inState(tag, 'failed');
    const asks: unknown[] = [];
    box.querySelector('masto-auth')!.login = (...args) => Promise.resolve(void asks.push(args));
    theOne(tag, 'button', 'Allow this too').click();
    expect(asks).to.deep.equal([[here.host, ['read:notifications']]]);
  });

  it('it takes long: an outline, and nothing before that', async () => {
    const { tag } = await stage({ ...some, before: (at) => at.breaks({ path: '/api/*', delay: 2000 }) });
    await inState(tag, 'loading');
    await until(() => byRole(tag, 'status', 'Loading').length === 1);
  });
});

describe('<masto-notifications compact>', () => {
  const bell = (tag: Element) => part(tag, 'bell');
  const isOpen = (tag: Element) => part(tag, 'panel').matches(':popover-open');

  it('counts what is unread, and asks for no more than that', async () => {
    const { here, tag } = await stage({ ...some, attributes: 'compact' });
    await until(() => nameOf(bell(tag)) === 'Notifications, 2 unread');
    expect(seen(part(tag, 'count'))).to.equal('2');
    expect(lines(tag)).to.have.length(0);
    const asks = await here.asks(/notifications/);
    expect(asks.filter((path) => !path.includes('unread_count'))).to.deep.equal([]);
  });

  it('opens by key, reads, closes by Escape, and the focus is where it was', async () => {
    const { tag, truth } = await stage({ ...some, attributes: 'compact' });
    await until(() => nameOf(bell(tag)) === 'Notifications, 2 unread');
    bell(tag).focus();
    await sendKeys({ press: 'Enter' });
    await has(tag, 2);
    expect(isOpen(tag)).to.equal(true);
    expect(bell(tag).ariaExpanded).to.equal('true');
    expect(focused()?.textContent).to.equal('Notifications');
    expect(all(tag, '.unread')).to.have.length(2);
    await until(() => nameOf(bell(tag)) === 'Notifications');
    await until(async () => (await truth<{ count: number }>('/api/v2/notifications/unread_count')).count === 0);
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(tag));
    await until(() => focused() === bell(tag), 'the focus at the bell');
    expect(bell(tag).ariaExpanded).to.equal('false');
  });

  it('opened again, what was read has no mark any more', async () => {
    const { tag } = await stage({ ...some, attributes: 'compact' });
    await until(() => parts(tag, 'count').length === 1);
    bell(tag).click();
    await until(() => all(tag, '.unread').length === 2);
    await until(() => parts(tag, 'count').length === 0);
    theOne(tag, 'button', 'Close').click();
    await until(() => !isOpen(tag));
    bell(tag).click();
    await has(tag, 2);
    expect(all(tag, '.unread')).to.have.length(0);
  });

  it('more than 99 are not counted', async () => {
    const { tag } = await stage({
      attributes: 'compact',
      before: (here) => here.breaks({ path: '*/unread_count', status: 200, body: { count: 100 } }),
    });
    await until(() => nameOf(bell(tag)) === 'Notifications, over 99 unread');
    expect(seen(part(tag, 'count'))).to.equal('99+');
  });

  /** As somebody at a keyboard does it. */
  const enter = async (button: HTMLElement) => {
    button.focus();
    await sendKeys({ press: 'Enter' });
  };

  it('asks in the panel before it clears, and the panel is there afterwards', async () => {
    const { tag } = await stage({ ...some, attributes: 'compact' });
    await until(() => parts(tag, 'count').length === 1);
    await enter(bell(tag));
    await has(tag, 2);
    for (const close of [() => sendKeys({ press: 'Escape' }), () => enter(theOne(tag, 'button', 'Cancel'))]) {
      await enter(theOne(tag, 'button', 'Clear all'));
      await until(() => all<HTMLDialogElement>(tag, 'dialog')[0]?.open);
      await appears(tag, 'Clear all notifications?');
      await close();
      await until(() => all(tag, 'dialog').length === 0);
      expect(isOpen(tag)).to.equal(true);
    }
    expect(lines(tag)).to.have.length(2);
  });

  it('nobody is signed in: it says so when it is opened', async () => {
    const { tag } = await stage({ person: '', attributes: 'compact' });
    await inState(tag, 'signed-out');
    expect(nameOf(bell(tag))).to.equal('Notifications');
    bell(tag).click();
    await appears(tag, 'Only whoever is signed in');
  });

  it('the panel is on the screen, whatever side its bell stands on', async () => {
    for (const align of ['start', 'center', 'end']) {
      const { box, tag } = await stage({
        attributes: 'compact',
        before: (here) => answers(here, [group('follow', ['ada'])], [account('ada', 'Ada')]),
        style: `text-align: ${align}; inline-size: 320px`,
      });
      bell(tag).click();
      await has(tag, 1);
      const { left, right } = part(tag, 'panel').getBoundingClientRect();
      expect(left, align).to.be.at.least(0);
      expect(right, align).to.be.at.most(document.documentElement.clientWidth);
      box.remove();
    }
  });
});
