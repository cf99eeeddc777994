import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { twoTowns, writer, type Json, type Status } from './town.js';

interface Row extends Json {
  readonly from: string | null;
  readonly statusIds: string[];
}

describe('reports', () => {
  it('go to the moderators with posts, rules and comment; cited rules make it a violation', async () => {
    const { place, post } = await writer();
    const bad = await place.post('ines');
    const account_id = await place.id('ines');
    const said = { account_id, status_ids: [bad.id], rule_ids: ['2'], category: 'spam', comment: 'No description' };
    const { status, body } = await post('/api/v1/reports', said);
    assert.equal(status, 200);
    const { category, rule_ids, status_ids, forwarded, target_account } = body as Json;
    assert.deepEqual([category, rule_ids, status_ids, forwarded], ['violation', ['2'], [bad.id], false]);
    assert.equal((target_account as Json)['id'], account_id);
    assert.equal((await place.get<Row[]>('/__sandbox/reports')).length, 1);
  });

  it('are refused without a person, for a stranger’s post, for rules and kinds that are none, and when too long', async () => {
    const { place, post } = await writer();
    const account_id = await place.id('ines');
    const others = await place.post('kofi');
    const status = async (json: Json) => (await post('/api/v1/reports', json)).status;
    assert.equal(await status({}), 404);
    assert.equal(await status({ account_id, status_ids: [others.id] }), 404);
    assert.equal(await status({ account_id, rule_ids: ['99'] }), 422);
    assert.equal(await status({ account_id, category: 'taste' }), 422);
    assert.equal(await status({ account_id, comment: 'x'.repeat(1001) }), 422);
    assert.deepEqual(await place.get('/__sandbox/reports'), []);
  });

  it('need write:reports', async () => {
    const { place } = await writer();
    const json = { account_id: await place.id('ines') };
    const token = await place.token('noor', 'read write:statuses');
    assert.equal((await place.ask('/api/v1/reports', { token, json })).status, 403);
  });

  it('of people elsewhere are forwarded when wanted, without the name of who wrote them', async () => {
    const [harbour, hills] = twoTowns();
    const token = await harbour.token('noor');
    const post = await hills.post('desmond');
    const q = `/api/v2/search?resolve=true&q=${encodeURIComponent(post.url)}`;
    const [twin] = (await harbour.get<{ statuses: Status[] }>(q, { token })).statuses;
    const json = { account_id: twin!.account.id, status_ids: [twin!.id], comment: 'See this' };
    await harbour.get('/api/v1/reports', { token, json });
    assert.deepEqual(await hills.get('/__sandbox/reports'), []);
    const said = await harbour.get<Json>('/api/v1/reports', { token, json: { ...json, forward: true } });
    assert.equal(said['forwarded'], true);
    const [there] = await hills.get<Row[]>('/__sandbox/reports');
    assert.deepEqual([there!.from, there!['comment'], there!.statusIds], [null, 'See this', [post.id]]);
  });
});
