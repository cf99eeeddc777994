import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serveSandboxes } from '../../demo/sandbox/serve.js';
import type { Fault } from '../../demo/sandbox/sandbox.js';
import { Listener, listen } from './listening.js';
import { Town, town, type Ask, type Json } from './town.js';

const path = '/api/v1/streaming';

const control = (place: Town, json: Json) => place.get('/__sandbox/streams', { json });

const spoilt = (stream: Fault['stream'], more: Partial<Fault> = {}) =>
  town({ faults: [{ path, stream: stream!, ...more }] });

describe('streams that go wrong', () => {
  it('are cut after a while, or by the control path, without a word', async () => {
    const noor = await listen(spoilt({ drop: 20 }), 'noor');
    assert.deepEqual([await noor.closed(), noor.clean, noor.happened], [1006, false, ['open', 'close']]);
    const place = town();
    const [ines, kofi] = [await listen(place, 'ines', 'user'), await listen(place, 'kofi', 'user')];
    await place.get('/__sandbox/streams?person=ines', { method: 'DELETE' });
    assert.equal(await ines.closed(), 1006);
    const rosa = await listen(place, 'rosa');
    await control(place, { person: 'rosa', drop: true });
    assert.equal(await rosa.closed(), 1006);
    await place.get('/__sandbox/streams?code=1012', { method: 'DELETE' });
    assert.equal(await kofi.closed(), 1012);
  });

  it('stall: nothing comes, but what is said is answered; half-open ones do not even answer', async () => {
    for (const [stream, frames] of [
      [{ stall: true }, 1],
      [{ halfOpen: true }, 0],
    ] as const) {
      const place = spoilt(stream);
      const noor = await listen(place, 'noor', 'user', 'are you there?');
      await place.post('ines');
      await new Promise((go) => setTimeout(go, 20));
      assert.equal(noor.frames.length, frames);
      assert.equal(noor.socket.readyState, 1);
    }
    const place = town();
    const noor = await listen(place, 'noor', 'user');
    await control(place, { stall: true });
    await place.post('ines');
    assert.deepEqual(await noor.all(), []);
    await control(place, { stall: false });
    await place.post('ines');
    assert.deepEqual(await noor.all(), ['user update']);
  });

  it('carry garbage, and go on', async () => {
    const place = spoilt({ garbage: true });
    const noor = await listen(place, 'noor', 'user');
    await control(place, { frame: 'one more' });
    await control(place, { event: 'announcement', payload: '{}' });
    await place.post('ines', { status: 'After all that' });
    for (let tries = 0; noor.frames.length < 14 && tries < 100; tries++) await new Promise((go) => setTimeout(go, 5));
    assert.ok(noor.frames.includes('null') && noor.frames.includes('one more'));
    assert.equal(noor.frames.at(-2), '{"stream":["user"],"event":"announcement","payload":"{}"}');
    assert.match(noor.frames.at(-1)!, /After all that/);
  });

  it('say the same again', async () => {
    const place = spoilt({ replay: true });
    const noor = await listen(place, 'noor', 'user');
    await place.post('ines');
    assert.deepEqual(await noor.all(), ['user update', 'user update']);
  });

  it('are refused, at once or after a while, or not to be had at all', async () => {
    const refused = async (place: Town) => {
      const socket = place.sandbox.connect(`wss://harbour.example${path}`, await place.token('noor'));
      assert.equal(await new Listener(socket as never).closed(), 1006);
      return place.instance.log.at(-1)!.status;
    };
    assert.equal(await refused(town({ faults: [{ path, status: 401, times: 1 }] })), 401);
    assert.equal(await refused(town({ faults: [{ path, delay: 5, refuse: true }] })), 0);
    const place = town();
    await place.get('/__sandbox/settings', { method: 'PATCH', json: { streaming: { on: false } } });
    assert.equal(await refused(place), 404);
    assert.equal((await place.ask(`${path}/user`, { token: await place.token('noor') })).status, 404);
    await place.get('/__sandbox/settings', { method: 'PATCH', json: { streaming: { on: true, subprotocol: false } } });
    assert.equal(await refused(place), 401);
    const url = `wss://harbour.example${path}?access_token=${await place.token('noor')}`;
    assert.deepEqual((await new Listener(place.sandbox.connect(url) as never).settled()).happened, ['open']);
  });

  it('are named by the instance as they are set', async () => {
    const place = town();
    const named = async () => {
      const { urls } = await place.get<{ urls: Json }>('/api/v1/instance');
      const { configuration } = await place.get<{ configuration: { urls: Json } }>('/api/v2/instance');
      return [urls['streaming_api'], configuration.urls['streaming']];
    };
    assert.deepEqual(await named(), ['wss://harbour.example', 'wss://harbour.example']);
    const streaming = { url: 'wss://streams.harbour.example' };
    await place.get('/__sandbox/settings', { method: 'PATCH', json: { streaming } });
    assert.deepEqual(await named(), [streaming.url, streaming.url]);
  });

  it('end by the rules, without a code, when the token does', async () => {
    const ends: ((place: Town, token: string) => Promise<unknown>)[] = [
      (place, token) => place.ask(`/__sandbox/tokens?token=${token}`, { method: 'DELETE' }),
      (place, token) => place.ask(`/__sandbox/tokens?token=${token}&forget`, { method: 'DELETE' }),
      (place) => place.ask('/__sandbox/people/noor', { method: 'PATCH', json: { login: 'suspended' } }),
      (place) => place.ask('/__sandbox/reset', { method: 'POST' }),
      async (place, token) => {
        const { client_id, client_secret } = await place.get('/__sandbox/tokens', { json: { person: 'noor' } });
        await place.ask('/oauth/revoke', { json: { token, client_id, client_secret } });
      },
    ];
    for (const end of ends) {
      const place = town();
      const [noor, ines] = [await listen(place, 'noor', 'user'), await listen(place, 'ines')];
      await end(place, noor.socket.protocol);
      assert.deepEqual([await noor.closed(), noor.clean], [1005, true]);
      assert.equal(ines.socket.readyState, end === ends[3] ? 3 : 1);
    }
  });
});

describe('server-sent events', () => {
  const read = async (place: Town, channel: string, ask: Ask) => {
    const headers = { Authorization: `Bearer ${ask.token}`, Origin: 'https://blog.example' };
    const response = await place.sandbox(new Request(`https://harbour.example${path}/${channel}`, { headers }));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    return { response, next: async () => (await reader.read()).value, stop: () => reader.cancel() };
  };

  it('come one after the other, and end when nobody reads on', async () => {
    const place = town();
    const { response, next, stop } = await read(place, 'public/local', { token: await place.token('noor') });
    assert.deepEqual(
      ['Content-Type', 'Cache-Control', 'Access-Control-Allow-Origin'].map((name) => response.headers.get(name)),
      ['text/event-stream', 'private, no-store', '*'],
    );
    assert.equal(await next(), ':)\n');
    const { id } = await place.post('ines', { status: 'Fog' });
    const [event, data, ...rest] = (await next())!.split('\n');
    assert.deepEqual([event, rest], ['event: update', ['', '']]);
    assert.equal((JSON.parse(data!.replace('data: ', '')) as Json)['id'], id);
    await place.ask(`/__sandbox/posts/${id}`, { method: 'DELETE' });
    assert.equal(await next(), `event: delete\ndata: ${id}\n\n`);
    assert.deepEqual(
      (await place.get<Json[]>('/__sandbox/streams')).map(({ kind, person, channels }) => [kind, person, channels]),
      [['sse', 'noor', [['public:local']]]],
    );
    await stop();
    assert.deepEqual(await place.get('/__sandbox/streams'), []);
  });

  it('are refused in words', async () => {
    const place = town();
    const token = await place.token('noor');
    const said = async (channel: string, ask: Ask = { token }) => {
      const { status, body } = await place.ask(`${path}/${channel}`, ask);
      return [status, (body as Json)['error']];
    };
    assert.deepEqual(await said('public', {}), [401, 'Missing access token']);
    assert.deepEqual(await said('public', { token: 'wrong' }), [401, 'Invalid access token']);
    assert.deepEqual(await said('everything'), [400, 'Unknown channel requested']);
    assert.deepEqual(await said('hashtag'), [400, 'Missing tag name parameter']);
    assert.deepEqual(await said('list?list=77'), [401, 'Not authorized to stream this list']);
    const few = { token: await place.token('noor', 'read:notifications') };
    assert.deepEqual(await said('user', few), [401, 'Access token does not have the required scopes']);
    assert.equal((await place.ask(`${path}/health`)).body, 'OK');
  });

  it('are served, heard at once, and break where the cable is cut', async () => {
    const served = await serveSandboxes({ port: 0, count: 1 });
    try {
      const [sandbox] = served.sandboxes;
      const place = new Town(sandbox!);
      const token = await place.token('noor');
      const headers = { Authorization: `Bearer ${token}` };
      const ask = async () => (await fetch(`${served.origins[0]}${path}/user`, { headers })).body!.getReader();
      const [cut, left] = [await ask(), await ask()];
      const word = async (reader: typeof cut) => new TextDecoder().decode((await reader.read()).value);
      assert.deepEqual([await word(cut), await word(left)], [':)\n', ':)\n']);
      await place.post('ines');
      assert.match(await word(left), /^event: update/);
      await left.cancel();
      for (let tries = 0; sandbox!.instance.streams.lines.size > 1 && tries < 200; tries++)
        await new Promise((go) => setTimeout(go, 10));
      assert.equal(sandbox!.instance.streams.lines.size, 1);
      await word(cut);
      await place.get('/__sandbox/streams', { method: 'DELETE' });
      await assert.rejects(cut.read());
    } finally {
      await served.close();
    }
  });
});
