import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { allScopes } from '../../demo/sandbox/http/scopes.js';
import { town, type Town } from './town.js';

/** Method, path and the scopes of which one is enough; the wide one (`read`, `write`) is so too. */
const routes: [method: string, path: string, ...scopes: string[]][] = [
  ['GET', '/api/v1/accounts/verify_credentials', 'profile', 'read:accounts'],
  ['GET', '/api/v1/preferences', 'read:accounts'],
  ['GET', '/api/v1/timelines/home', 'read:statuses'],
  ['GET', '/api/v1/timelines/public', 'read:statuses'],
  ['GET', '/api/v1/timelines/tag/caturday', 'read:statuses'],
  ['GET', '/api/v1/timelines/list/LIST', 'read:lists'],
  ['GET', '/api/v1/lists', 'read:lists'],
  ['GET', '/api/v1/lists/LIST', 'read:lists'],
  ['GET', '/api/v1/favourites', 'read:favourites'],
  ['GET', '/api/v1/bookmarks', 'read:bookmarks'],
  ['GET', '/api/v1/statuses/POST', 'read:statuses'],
  ['GET', '/api/v1/statuses/POST/context', 'read:statuses'],
  ['GET', '/api/v1/statuses/OWN/source', 'read:statuses'],
  ['GET', '/api/v1/accounts/PERSON', 'read:accounts'],
  ['GET', '/api/v1/accounts/lookup?acct=ines', 'read:accounts'],
  ['GET', '/api/v1/accounts/search?q=ines', 'read:accounts'],
  ['GET', '/api/v1/accounts/PERSON/statuses', 'read:statuses'],
  ['GET', '/api/v1/accounts/relationships?id[]=PERSON', 'read:follows'],
  ['GET', '/api/v2/search?q=ines&resolve=true', 'read:search'],
  ['GET', '/api/v1/notifications', 'read:notifications'],
  ['GET', '/api/v2/notifications', 'read:notifications'],
  ['GET', '/api/v1/markers?timeline[]=home', 'read:statuses'],
  ['GET', '/api/v2/filters', 'read:filters'],
  ['POST', '/api/v2/filters', 'write:filters'],
  ['DELETE', '/api/v2/filters/1', 'write:filters'],
  ['POST', '/api/v2/filters/1/keywords', 'write:filters'],
  ['GET', '/api/v1/blocks', 'read:blocks', 'follow'],
  ['GET', '/api/v1/mutes', 'read:mutes', 'follow'],
  ['GET', '/api/v1/domain_blocks', 'read:blocks', 'follow'],
  ['POST', '/api/v1/domain_blocks?domain=away.example', 'write:blocks', 'follow'],
  ['DELETE', '/api/v1/domain_blocks?domain=away.example', 'write:blocks', 'follow'],
  ['GET', '/api/v1/follow_requests', 'read:follows', 'follow'],
  ['POST', '/api/v1/statuses', 'write:statuses'],
  ['PUT', '/api/v1/statuses/OWN', 'write:statuses'],
  ['POST', '/api/v1/statuses/POST/favourite', 'write:favourites'],
  ['POST', '/api/v1/statuses/POST/unfavourite', 'write:favourites'],
  ['POST', '/api/v1/statuses/POST/reblog', 'write:statuses'],
  ['POST', '/api/v1/statuses/POST/unreblog', 'write:statuses'],
  ['POST', '/api/v1/statuses/POST/bookmark', 'write:bookmarks'],
  ['POST', '/api/v1/statuses/POST/unbookmark', 'write:bookmarks'],
  ['POST', '/api/v1/statuses/OWN/pin', 'write:accounts'],
  ['POST', '/api/v1/statuses/POST/mute', 'write:mutes'],
  ['POST', '/api/v1/accounts/PERSON/follow', 'write:follows', 'follow'],
  ['POST', '/api/v1/accounts/PERSON/unfollow', 'write:follows', 'follow'],
  ['POST', '/api/v1/accounts/PERSON/mute', 'write:mutes', 'follow'],
  ['POST', '/api/v1/accounts/PERSON/block', 'write:blocks', 'follow'],
  ['POST', '/api/v1/polls/POLL/votes', 'write:statuses'],
  ['POST', '/api/v2/media', 'write:media'],
  ['POST', '/api/v1/markers', 'write:statuses'],
  ['POST', '/api/v1/lists', 'write:lists'],
  ['DELETE', '/api/v1/statuses/OWN', 'write:statuses'],
];

/** A town with somebody who has a list and a post. */
async function ready(): Promise<{ place: Town; fill: (path: string) => string }> {
  const place = town();
  place.instance.counters.set = () => place.instance.counters;
  const token = await place.token('noor');
  const list = await place.get<{ id: string }>('/api/v1/lists', { token, json: { title: 'A list' } });
  const [own, post] = [await place.post('noor'), await place.post('ines')];
  const [poll] = place.instance.world.polls.keys();
  const ids = { LIST: list.id, OWN: own.id, POST: post.id, PERSON: await place.id('kofi'), POLL: poll! };
  return { place, fill: (path) => Object.entries(ids).reduce((text, [name, id]) => text.replace(name, id), path) };
}

const isNarrow = (scope: string) => !['read', 'write'].includes(scope) && !scope.startsWith('admin');

const outside = 'This action is outside the authorized scopes';

describe('what a scope opens', () => {
  let { place, fill } = {} as Awaited<ReturnType<typeof ready>>;
  before(async () => {
    ({ place, fill } = await ready());
  });

  for (const [method, path, ...scopes] of routes) {
    it(`is ${method} ${path} for ${scopes.join(', ')}`, async () => {
      const ask = async (granted: readonly string[], token?: string) =>
        place.ask(fill(path), { method, token: token ?? (await place.token('noor', granted.join(' '))) });
      const others = allScopes.filter((scope) => isNarrow(scope) && !scopes.includes(scope));
      const wrong = await ask([...others, method === 'GET' ? 'write' : 'read']);
      assert.deepEqual([wrong.status, wrong.body], [403, { error: outside }]);
      for (const scope of [...scopes, method === 'GET' ? 'read' : 'write']) {
        const { status, body } = await ask([scope]);
        // What is written without a body may be incomplete, and gone the second time, but it was let in.
        assert.ok(status === 200 || (method !== 'GET' && [400, 404, 422].includes(status)), `${scope}: ${status}`);
        assert.notEqual((body as { error?: string }).error, outside, scope);
      }
      const revoked = await place.token('noor', 'read write');
      await place.ask('/__sandbox/tokens', { method: 'DELETE' });
      const late = await ask([], revoked);
      assert.deepEqual([late.status, late.body], [401, { error: 'The access token was revoked' }]);
    });
  }
});
