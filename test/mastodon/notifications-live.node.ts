import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { Notifications } from '../../src/mastodon/notifications.js';
import { hurry, listening, until } from './live-home.js';
import { lines, more } from './notifications-world.js';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Somebody who reads what they are told, live, and to whom nothing has happened yet. */
async function hearing() {
  const at = await listening();
  const { here } = at;
  await here.get('/api/v1/notifications/clear', { method: 'POST', token: await here.token('noor') });
  const all = Notifications.of(at.home);
  const { list } = all.join([], 40);
  await more(list);
  ends.push(all.follow());
  await until(() => all.state === 'open', 'the stream');
  const mine = await here.post('noor');
  const does = async (who: string, path: string, json = {}) => {
    here.later(1000);
    return here.get(path, { method: 'POST', token: await here.token(who), json });
  };
  const favourite = (who: string) => does(who, `/api/v1/statuses/${mine.id}/favourite`);
  const mention = (who: string) => does(who, '/api/v1/statuses', { status: '@noor look' });
  return { ...at, all, list, favourite, mention, shown: () => lines(at.home, list.groups).join(', ') };
}

describe('notifications that are followed', () => {
  it('come by the stream into their groups, the latest first', async () => {
    const at = await hearing();
    await at.favourite('ines');
    await until(() => at.shown() === 'favourite 1 ines', 'the favourite');
    await at.mention('kofi');
    await until(() => at.shown() === 'mention 1 kofi, favourite 1 ines', 'the mention');
    await at.favourite('wren');
    await until(() => at.shown() === 'favourite 2 wren, mention 1 kofi', 'the group');
    assert.equal(at.list.unread.value?.count, 2);
  });

  it('R154 what was missed while the stream was cut is read, none twice', async () => {
    hurry(20);
    const at = await hearing();
    await at.favourite('ines');
    await until(() => at.shown() === 'favourite 1 ines', 'the favourite');
    await at.control('DELETE', 'streams');
    await at.favourite('wren');
    await at.mention('kofi');
    await until(() => at.shown() === 'mention 1 kofi, favourite 2 wren', 'what was missed');
    await at.mention('jun');
    await until(() => at.shown() === 'mention 1 jun, mention 1 kofi, favourite 2 wren', 'what came after');
  });

  it('R153 share one socket; the last one who follows closes it', async () => {
    hurry(20);
    const at = await hearing();
    const end = at.all.follow();
    assert.equal(at.dialled.length, 1);
    end();
    end();
    assert.equal(at.all.state, 'open');
    ends.splice(0).forEach((last) => last());
    assert.equal(at.all.state, undefined);
    await until(() => at.open() === 0, 'the end');
  });
});
