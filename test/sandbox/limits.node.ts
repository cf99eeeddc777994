import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noon, png, town, upload, type Said, type Town } from './town.js';

const minute = 60_000;

const allowance = ({ headers }: Said) => ({
  limit: headers.get('X-RateLimit-Limit'),
  remaining: headers.get('X-RateLimit-Remaining'),
  reset: headers.get('X-RateLimit-Reset'),
});

/** Asks so often, all at once, and gives the last answer. */
async function often(place: Town, times: number, path: string, ask: Parameters<Town['ask']>[1] = {}): Promise<Said> {
  const said = await Promise.all(Array.from({ length: times }, () => place.ask(path, ask)));
  return said.at(-1)!;
}

describe('rate limits', () => {
  it('tells limit, rest, and the end of the fixed window with six decimals', async () => {
    const place = town();
    const first = allowance(await place.ask('/api/v1/accounts/lookup?acct=noor'));
    // noon is 12:00:07.250: the window of five minutes ends at 12:05:00, and the server keeps the fraction.
    assert.deepEqual(first, { limit: '300', remaining: '299', reset: '2026-11-24T12:05:00.250000Z' });
    assert.equal(allowance(await place.ask('/api/v2/instance')).remaining, '298');
  });

  it('refuses the 301st of a visitor with 429 and no Retry-After, and lets him in again in the next window', async () => {
    const place = town();
    assert.equal((await often(place, 300, '/api/v1/statuses/0')).status, 404);
    const refused = await place.ask('/api/v1/statuses/0', { headers: { Origin: 'https://blog.example.org' } });
    assert.deepEqual([refused.status, refused.body], [429, { error: 'Too many requests' }]);
    assert.equal(allowance(refused).remaining, '0');
    assert.equal(refused.headers.get('Retry-After'), null);
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), '*');
    place.later(5 * minute);
    assert.equal((await place.ask('/api/v1/statuses/0')).status, 404);
  });

  it('counts each token for itself, and visitors apart from them', async () => {
    const place = town();
    const [one, two] = [await place.token('noor', 'read'), await place.token('noor', 'read write')];
    await often(place, 10, '/api/v1/preferences', { token: one });
    assert.equal(allowance(await place.ask('/api/v1/preferences', { token: one })).remaining, '289');
    assert.equal(allowance(await place.ask('/api/v1/preferences', { token: two })).remaining, '299');
    assert.equal(allowance(await place.ask('/api/v2/instance')).remaining, '299');
  });

  it('counts a person’s tokens together up to 1500', async () => {
    const place = town();
    const scopes = ['read', 'write', 'read write', 'follow', 'read follow', 'write follow'];
    const tokens = await Promise.all(scopes.map((scope) => place.token('noor', scope)));
    for (const token of tokens.slice(0, 5)) await often(place, 300, '/api/v1/apps/verify_credentials', { token });
    assert.equal((await place.ask('/api/v1/apps/verify_credentials', { token: tokens[5]! })).status, 429);
  });

  it('lets 300 pages through in a quarter of an hour, whatever else is free', async () => {
    const place = town();
    await often(place, 299, '/api/v1/timelines/public?limit=1&max_id=1');
    place.later(5 * minute);
    const last = await place.ask('/api/v1/timelines/public?limit=1&max_id=1');
    assert.deepEqual(allowance(last), { limit: '300', remaining: '0', reset: '2026-11-24T12:15:00.250000Z' });
    assert.equal((await place.ask('/api/v1/timelines/public?limit=1&since_id=1')).status, 429);
    assert.equal((await place.ask('/api/v1/timelines/public?limit=1')).status, 200);
  });

  it('registers five apps in ten minutes', async () => {
    const place = town();
    const json = { client_name: 'Test', redirect_uris: 'https://app.example.org/' };
    const fifth = await often(place, 5, '/api/v1/apps', { json });
    assert.equal(fifth.status, 200);
    assert.equal(allowance(fifth).limit, '5');
    assert.equal((await place.ask('/api/v1/apps', { json })).status, 429);
    place.later(10 * minute);
    assert.equal((await place.ask('/api/v1/apps', { json })).status, 200);
  });

  it('takes thirty deletions and un-boosts in half an hour', async () => {
    const place = town();
    const token = await place.token('noor');
    const { id } = await place.post('ines');
    await often(place, 29, `/api/v1/statuses/${id}/unreblog`, { method: 'POST', token });
    const own = await place.post('noor');
    const last = await place.ask(`/api/v1/statuses/${own.id}`, { method: 'DELETE', token });
    assert.deepEqual([last.status, allowance(last).limit, allowance(last).remaining], [200, '30', '0']);
    assert.equal((await place.ask('/api/v1/statuses/1', { method: 'DELETE', token })).status, 429);
  });

  it('takes thirty uploads in half an hour', async () => {
    const place = town();
    const token = await place.token('noor');
    for (let n = 0; n < 30; n++) await place.ask('/api/v2/media', { method: 'POST', token, body: upload(png()) });
    assert.equal((await place.ask('/api/v2/media', { method: 'POST', token, body: upload(png()) })).status, 429);
  });

  it('shows the family of 300 posts in three hours where it is tighter, boosts and edits counted', async () => {
    const place = town();
    const token = await place.token('noor');
    const write = (n: number) => place.ask('/api/v1/statuses', { json: { status: `No. ${n}` }, token });
    const first = await write(0);
    assert.deepEqual(allowance(first), { limit: '300', remaining: '299', reset: '2026-11-24T15:00:00.250000Z' });
    for (let n = 1; n < 290; n++) await write(n);
    place.later(10 * minute);
    const { id } = await place.post('ines');
    const boosted = await place.ask(`/api/v1/statuses/${id}/reblog`, { method: 'POST', token });
    assert.equal(allowance(boosted).remaining, '9');
    const own = (first.body as { id: string }).id;
    const edited = await place.ask(`/api/v1/statuses/${own}`, { method: 'PUT', json: { status: 'Otherwise' }, token });
    assert.equal(allowance(edited).remaining, '8');
    for (let n = 0; n < 8; n++) assert.equal((await write(500 + n)).status, 200);
    const refused = await write(600);
    assert.deepEqual([refused.status, refused.body], [429, { error: 'Too many requests' }]);
    assert.equal(allowance(refused).limit, '300');
  });

  it('has no such headers on pages and files', async () => {
    const { headers } = await town({ now: () => noon }).ask('/@noor');
    assert.equal(headers.get('X-RateLimit-Limit'), null);
  });
});
