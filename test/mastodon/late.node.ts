import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { bringRules, rulesOf } from '../../src/mastodon/filter-rules.js';
import { readFilter } from '../../src/mastodon/filtered.js';
import { buryEverywhere, readStatus } from '../../src/mastodon/reading.js';
import { Session } from '../../src/mastodon/session.js';
import { Translations } from '../../src/mastodon/translations.js';
import { atHome } from './at-home.js';

const filters = '/api/v2/filters';
const oneFilter = [{ id: '1', title: 'x', context: ['home'], filter_action: 'warn', keywords: [{ keyword: 'fog' }] }];

describe('answers that come late, or not at all', () => {
  it('a translation of an earlier version is never shown as one of a later', async () => {
    const { home, here, breaks } = await atHome();
    const key = await readStatus(home, (await here.post('ines', { status: 'Bom dia', language: 'pt' })).id);
    const old = home.statuses.get(key)!;
    const edited = { ...old, content: '<p>Mar</p>', editedAt: '2026-11-24T12:00:09.000Z' };
    const answer = (content: string) => ({ path: '*/translate', times: 1, body: { content } });
    await breaks({ ...answer('<p>of the old</p>'), delay: 40 }, answer('<p>of the new</p>'));
    const all = Translations.at(home);
    const first = all.show(old, 'en');
    await all.show(edited, 'en');
    await first;
    assert.deepEqual(
      [all.of(edited)?.translation?.content, all.of(edited)?.busy, all.of(edited)?.error],
      ['<p>of the new</p>', false, undefined],
    );
  });

  it('R129 what was buried is gone, however its server still tells of it', async () => {
    const { home, here } = await atHome();
    const { id } = await here.post('ines');
    buryEverywhere(home, await readStatus(home, id));
    await assert.rejects(readStatus(home, id), { failure: 'not-found' });
  });

  it('R129 a boost of what is gone is not taken for one of what only members may read', async () => {
    const { here, home } = await atHome();
    const { id, uri } = await here.post('ines');
    const token = await here.token('kofi');
    const boost = await here.get<{ id: string }>(`/api/v1/statuses/${id}/reblog`, { method: 'POST', token });
    const nobody = Session.at(home.origin);
    const key = await readStatus(nobody, boost.id);
    nobody.statuses.bury(uri);
    assert.equal(await readStatus(nobody, boost.id), key);
  });

  it('filters that could not be had are asked for again; those that were had are not', async () => {
    const { home, breaks, asked } = await atHome();
    await breaks({ path: filters, refuse: true });
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await bringRules(home);
    assert.equal(bringRules(home), undefined);
    assert.equal(rulesOf(home).length, 0);
    mock.timers.tick(61_000);
    await breaks({ path: filters, body: oneFilter });
    await bringRules(home);
    assert.equal(rulesOf(home).length, 1);
    assert.equal(bringRules(home), undefined);
    mock.timers.reset();
    assert.deepEqual(asked(), [`GET ${filters}`, `GET ${filters}`]);
  });

  it('R142 a filter is read, whatever it says of where it holds', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    for (const context of [deep, [deep], [null, {}, 7, 'home'], 'home', null])
      assert.deepEqual(
        readFilter({ context }).context.filter((each) => each !== 'home'),
        [],
      );
  });
});
