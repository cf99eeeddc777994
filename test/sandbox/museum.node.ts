import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openMuseum } from '../../demo/sandbox/seed/museum/museum.js';
import { judge } from './contract.js';
import { noon, town, type Json, type Status, type Town } from './town.js';

const addresses = readFileSync('demo/kinds.html', 'utf8').match(/(?<=src=")http:[^"]+/g)!;

function open(options = {}): { place: Town; plan: ReadonlyMap<string, string> } {
  const place = town({ origin: 'http://localhost:4000', ...options });
  return { place, plan: openMuseum(place.instance)! };
}

const idOf = (url: string) => url.split('/').at(-1)!;

/** A post by its name, as somebody sees it. */
async function post({ place, plan }: ReturnType<typeof open>, name: string, token?: string): Promise<Status> {
  return place.get<Status>(`/api/v1/statuses/${idOf(plan.get(name)!)}`, token ? { token } : {});
}

describe('the museum', () => {
  it('hangs at addresses that are the same at any hour, and the page of all kinds shows each of them once', () => {
    const [one, other] = [open(), open({ seed: 3, now: () => noon + 9_999_999_999 })];
    assert.deepEqual([...one.plan], [...other.plan]);
    assert.ok(one.plan.size > 100);
    assert.deepEqual([...addresses].sort(), [...one.plan.values()].sort());
  });

  it('leaves what lived there before as it was', async () => {
    const { place } = open();
    const before = town({ origin: 'http://localhost:4000' });
    for (const path of ['timelines/public?limit=40', 'timelines/public?local=1&limit=40', 'trends/statuses?limit=20']) {
      const ids = async (of: Town) => (await of.get<Status[]>(`/api/v1/${path}`)).map(({ id }) => id);
      assert.deepEqual(await ids(place), await ids(before), path);
    }
    assert.equal(openMuseum(place.instance), undefined, 'it opens once');
  });

  it('can be opened from outside', async () => {
    const place = town();
    const { statuses } = await place.get('/__sandbox/museum', { method: 'POST' });
    assert.ok(Number(statuses) > place.instance.world.localAccounts().length + 400);
  });

  it('says nothing that the API’s description does not know, but for the state that nobody knows', async () => {
    const museum = open();
    const judging = await judge();
    if (!judging) return;
    const complaints: string[] = [];
    for (const [name, url] of museum.plan) {
      const path = `/api/v1/statuses/${idOf(url)}`;
      const { status, body } = await museum.place.ask(path);
      for (const complaint of judging.complaints('GET', path, status, body) ?? [])
        complaints.push(`${name}: ${complaint}`);
    }
    assert.deepEqual(
      complaints.filter((complaint) => !complaint.startsWith('quote-unheard')),
      [],
    );
  });

  it('keeps its files, and has lost the one that it lost', async () => {
    const museum = open();
    for (const [name, url] of museum.plan) {
      const { body } = await museum.place.ask(`/api/v1/statuses/${idOf(url)}`);
      for (const { url: file, preview_url: small } of ((body as Json)['media_attachments'] ?? []) as Json[])
        for (const address of [file, small].filter(Boolean))
          assert.equal((await museum.place.ask(String(address))).status, name === 'broken' ? 404 : 200, name);
    }
    for (const path of ['/players/boat', '/players/boat.webm', '/players/boat.svg'])
      assert.equal((await museum.place.ask(path)).status, 200, path);
    const frame = await museum.place.ask('/players/boat');
    assert.doesNotMatch(String(frame.headers.get('Content-Security-Policy')), /frame-ancestors/);
  });

  it('has doors', async () => {
    const museum = open();
    const { place, plan } = museum;
    const visitor = await place.token('visitor');
    for (const name of ['private', 'direct', 'deleted'])
      assert.equal((await place.ask(`/api/v1/statuses/${idOf(plan.get(name)!)}`)).status, 404, name);
    for (const name of ['private', 'direct', 'unlisted']) assert.ok(await post(museum, name, visitor), name);
    assert.equal((await place.ask(`/api/v1/statuses/${idOf(plan.get('deleted')!)}`, { token: visitor })).status, 404);
    assert.deepEqual(((await post(museum, 'voted', visitor))['poll'] as Json)['own_votes'], [1]);
    assert.equal(((await post(museum, 'quote-private'))['quote'] as Json)['state'], 'unauthorized');
    assert.equal(((await post(museum, 'quote-private', visitor))['quote'] as Json)['state'], 'accepted');
  });

  it('keeps from its visitor what they asked not to see', async () => {
    const museum = open();
    const visitor = await museum.place.token('visitor');
    for (const action of ['warn', 'hide', 'blur']) {
      const [found] = (await post(museum, action, visitor))['filtered'] as { filter: Json }[];
      assert.equal(found?.filter['filter_action'], action);
      assert.equal((await post(museum, action))['filtered'], undefined);
    }
  });

  it('has kept what was there before an edit', async () => {
    const { place, plan } = open();
    const history = await place.get<Json[]>(`/api/v1/statuses/${idOf(plan.get('edited')!)}/history`);
    assert.deepEqual(
      history.map(({ content }) => /\d{4}/.exec(String(content))![0]),
      ['1923', '1923', '1932', '1932'],
    );
    const pictures = await place.get<Json[]>(`/api/v1/statuses/${idOf(plan.get('edited-pictures')!)}/history`);
    assert.deepEqual(
      pictures.map(({ media_attachments: media }) => (media as Json[]).length),
      [1, 2],
    );
  });
});
