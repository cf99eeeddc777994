import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listen } from './listening.js';
import { noon, town, twoTowns, type Json, type Town } from './town.js';

const control = (place: Town, json: Json, method = 'POST') => place.get('/__sandbox/population', { method, json });

describe('people who go on living', () => {
  it('post, answer, like, boost, edit, delete and follow, all of it heard', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'user', 'public');
    const before = place.instance.world.ordered[0]!.id;
    for (let hours = 0; hours < 20; hours++) {
      place.later(3_600_000);
      await control(place, { deeds: 10 });
    }
    assert.deepEqual(await place.get('/__sandbox/population'), { perMinute: 0, deeds: 200 });
    const events = new Set(await noor.all());
    for (const event of ['user update', 'public update', 'user notification']) assert.ok(events.has(event), event);
    for (const event of ['public status.update', 'public delete']) assert.ok(events.has(event), event);
    const { world } = place.instance;
    const fresh = world.ordered.slice(
      0,
      world.ordered.findIndex(({ id }) => id === before),
    );
    assert.ok(fresh.some(({ boostOf }) => boostOf !== null) && fresh.some(({ replyTo }) => replyTo !== null));
    assert.ok(fresh.some(({ editedAt }) => editedAt !== null));
    const types = new Set(world.notifications.filter(({ createdAt }) => createdAt > noon).map(({ type }) => type));
    for (const type of ['favourite', 'reblog', 'mention'] as const) assert.ok(types.has(type), type);
  });

  it('do the same from the same seed, and leave alone what was there', async () => {
    const lives: string[] = [];
    for (const seed of [1, 1, 3]) {
      const place = town({ seed });
      const posts = new Map(place.instance.world.ordered.map((row) => [row.id, row.text]));
      await control(place, { deeds: 60 });
      const { world } = place.instance;
      for (const [id, text] of posts) assert.equal(world.statuses.get(id)?.text, text);
      lives.push(
        world.ordered
          .slice(0, 20)
          .map(({ accountId, text }) => `${accountId} ${text}`)
          .join('\n'),
      );
    }
    assert.equal(lives[0], lives[1]);
    assert.notEqual(lives[0], lives[2]);
  });

  it('keep to the rate that is set, and stop where none is, or where nobody is', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const place = town();
    const deeds = () => place.instance.population.deeds;
    const pass = async (minutes: number) => {
      for (let tick = 0; tick < minutes * 20; tick++) {
        context.mock.timers.tick(3000);
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      }
    };
    await pass(5);
    assert.equal(deeds(), 0);
    await place.get('/health');
    assert.deepEqual(await control(place, { perMinute: 6 }, 'PUT'), { perMinute: 6, deeds: 0 });
    await pass(30);
    const lived = deeds();
    assert.ok(lived > 90 && lived < 280, `${lived} in half an hour`);
    place.later(20 * 60_000);
    await pass(5);
    assert.equal(deeds(), lived, 'nobody has asked for twenty minutes');
    await place.get('/health');
    await pass(5);
    assert.ok(deeds() > lived);
    await control(place, { perMinute: 0 }, 'PUT');
    const last = deeds();
    await pass(5);
    assert.equal(deeds(), last);
  });

  it('begin as the option says, and again after a reset', async () => {
    const place = town({ population: 0.5 });
    assert.equal(place.instance.population.perMinute, 0.5);
    await control(place, { perMinute: 0 }, 'PUT');
    await place.get('/__sandbox/reset', { method: 'POST' });
    assert.deepEqual(await place.get('/__sandbox/population'), { perMinute: 0.5, deeds: 0 });
    place.instance.population.set(0);
  });

  it('are heard of in the other town', async () => {
    const [harbour, hills] = twoTowns();
    await harbour.get('/__sandbox/greet', { method: 'POST' });
    await hills.get('/__sandbox/greet', { method: 'POST' });
    const ama = await listen(hills, 'ama', 'public:remote');
    await control(harbour, { deeds: 60 });
    assert.ok((await ama.all()).includes('public:remote update'));
  });
});
