import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { serveNamespaces, serveSandboxes } from '../../demo/sandbox/serve.js';
import { judge } from './contract.js';
import { Listener, listen, parsed } from './listening.js';
import { town, twoTowns, type Json, type Status, type Town } from './town.js';

const address = (place: Town) => `${place.sandbox.origin.replace(/^http/, 'ws')}/api/v1/streaming`;

const as = async (place: Town, person: string, path: string, json: Json = {}, method = 'POST') =>
  place.get<Status>(path, { method, token: await place.token(person), json });

describe('a socket to a sandbox', () => {
  it('opens for a token as sub-protocol, which it gives back, or as parameter', async () => {
    const place = town();
    const token = await place.token('noor');
    const first = await new Listener(place.sandbox.connect(address(place), token)).settled();
    assert.deepEqual([first.happened, first.socket.readyState, first.socket.protocol], [['open'], 1, token]);
    const second = await new Listener(place.sandbox.connect(`${address(place)}?access_token=${token}`)).settled();
    assert.deepEqual([second.happened, second.socket.protocol], [['open'], '']);
    assert.deepEqual(
      place.instance.log.map(({ path, status }) => `${path} ${status}`),
      ['/api/v1/streaming 101', '/api/v1/streaming 101'],
    );
  });

  it('tells a page nothing but 1006 where there is no token, a wrong one, or one of an app alone', async () => {
    const place = town();
    const { access_token: app } = await place.get<{ access_token: string }>('/__sandbox/tokens', {
      json: { app: true },
    });
    for (const protocols of [[], ['wrong'], [app]]) {
      const one = new Listener(place.sandbox.connect(address(place), protocols));
      assert.equal(await one.closed(), 1006);
      assert.deepEqual(one.happened, ['error', 'close']);
    }
    assert.deepEqual(
      place.instance.log.slice(-3).map(({ status }) => status),
      [401, 401, 401],
    );
  });

  it('answers a wish that it does not know with an error, and one that is none with nothing', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'hologram', 'hashtag', 'list', { stream: 'list', list: '99' });
    noor.socket.send('{');
    noor.socket.send('null');
    noor.say({ type: 'shout' });
    const errors = (await noor.told(4)) as unknown as Json[];
    assert.deepEqual(errors, [
      { error: 'Unknown stream type', status: 400 },
      { error: 'Missing tag name parameter', status: 400 },
      { error: 'Missing list name parameter', status: 400 },
      { error: 'Not authorized to stream this list', status: 401 },
    ]);
  });

  it('holds channels to the scopes of the token', async () => {
    const place = town();
    const token = await place.token('noor', 'read:notifications');
    const noor = await new Listener(place.sandbox.connect(`${address(place)}?stream=user`, token)).settled();
    noor.say({ type: 'subscribe', stream: 'user:notification' });
    assert.deepEqual(await noor.told(1), [{ error: 'Access token does not have the required scopes', status: 401 }]);
    await place.post('ines', { status: '@noor look' });
    assert.deepEqual((await noor.told(2)).map(({ event }) => event).slice(1), ['notification']);
  });

  it('ends one that sends bytes, by 1003', async () => {
    const place = town();
    const noor = await listen(place, 'noor');
    (noor.socket as unknown as globalThis.WebSocket).send(new Uint8Array([1, 2]));
    assert.equal(await noor.closed(), 1003);
  });

  it('is a socket as the platform has them', async () => {
    const place = town();
    for (const wrong of [['a b'], ['a', 'a'], ['']]) {
      assert.throws(() => place.sandbox.connect(address(place), wrong), { name: 'SyntaxError' });
    }
    assert.throws(() => place.sandbox.connect('https://'), { name: 'SyntaxError' });
    const socket = place.sandbox.connect(address(place), await place.token('noor'));
    assert.throws(() => socket.send(''), { name: 'InvalidStateError' });
    const heard: string[] = [];
    for (const name of ['open', 'message', 'close']) socket.addEventListener(name, ({ type }) => heard.push(type));
    const noor = await new Listener(socket).settled();
    noor.say({ type: 'subscribe', stream: 'public' });
    await Promise.resolve();
    await place.post('ines');
    await noor.told(1);
    assert.throws(() => socket.close(1001), { name: 'InvalidAccessError' });
    socket.close();
    assert.equal(socket.readyState, 2);
    assert.deepEqual([await noor.closed(), noor.clean, socket.readyState], [1005, true, 3]);
    assert.deepEqual(heard, ['open', 'message', 'close']);
    assert.equal(place.instance.streams.lines.size, 0);
  });
});

describe('what is told', () => {
  it('is each new post where it stands, with the payload as text', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'user', 'public', 'public:local', 'public:remote', 'public:media', {
      stream: 'hashtag',
      tag: 'Fog',
    });
    const post = await place.post('ines', { status: 'So much #fog' });
    const told = await noor.told(4);
    assert.deepEqual(
      told.map(({ stream, event }) => [...stream, event]),
      [
        ['user', 'update'],
        ['public', 'update'],
        ['public:local', 'update'],
        ['hashtag', 'Fog', 'update'],
      ],
    );
    const [own, everybody] = told.map(parsed<Status>);
    const known = await judge();
    for (const shown of [own, everybody]) {
      assert.deepEqual(known?.complaints('GET', `/api/v1/statuses/${post.id}`, 200, shown) ?? [], []);
    }
    assert.deepEqual([own!.id, everybody!.id], [post.id, post.id]);
    assert.deepEqual(
      ['favourited', 'bookmarked', 'muted'].map((key) => [key in own!, key in everybody!]),
      [true, true, true].map((yes) => [yes, false]),
    );
    noor.forget();
    noor.say({ type: 'unsubscribe', stream: 'public' });
    noor.say({ type: 'subscribe', stream: 'user' });
    await place.post('ines', { status: 'More', in_reply_to_id: post.id });
    assert.deepEqual(await noor.all(), ['user update', 'public:local update']);
    noor.forget();
    await place.post('rosa', { status: 'Nothing but #fog', in_reply_to_id: post.id });
    const answered = (await noor.all()).filter((one) => !one.startsWith('user'));
    assert.deepEqual(answered, ['hashtag,Fog update'], 'an answer to somebody else is in no feed of everybody’s');
  });

  it('holds what the reader’s filters say of everybody’s posts, as far as the streaming server knows it', async () => {
    const place = town();
    const token = await place.token('noor');
    for (const [filter_action, keyword] of [
      ['warn', 'herring'],
      ['blur', 'herring'],
    ]) {
      const json = { title: filter_action, context: ['public'], filter_action, keywords_attributes: [{ keyword }] };
      await place.get('/api/v2/filters', { token, json });
    }
    const noor = await listen(place, 'noor', 'public');
    await place.post('ines', { status: 'A herring' });
    const { filtered } = parsed<Json>((await noor.told(1))[0]!) as {
      filtered: { filter: Json; status_matches: null }[];
    };
    assert.deepEqual(
      filtered.map(({ filter, status_matches }) => [filter['title'], filter['filter_action'], status_matches]),
      [
        ['warn', 'warn', null],
        ['blur', undefined, null],
      ],
    );
  });

  it('is a boost at home, an edit and a deletion', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'user', 'public');
    const { id } = await place.post('ines', { status: 'Frist' });
    await as(place, 'ines', `/api/v1/statuses/${id}`, { status: 'First' }, 'PUT');
    await as(place, 'ines', `/api/v1/statuses/${id}`, { status: 'First' }, 'PUT');
    const old = await place.post('odd', { status: 'Said to few', visibility: 'unlisted' });
    noor.forget();
    const boost = await as(place, 'ines', `/api/v1/statuses/${old.id}/reblog`);
    assert.deepEqual(await noor.all(), [], 'what one has just read at home is not boosted up again');
    await place.ask(`/api/v1/statuses/${id}`, { method: 'DELETE', token: await place.token('ines') });
    await place.ask(`/api/v1/statuses/${old.id}`, { method: 'DELETE', token: await place.token('odd') });
    assert.deepEqual(
      (await noor.told(4)).map(({ stream, event, payload }) => [...stream, event, payload]),
      [
        ['user', 'delete', id],
        ['public', 'delete', id],
        ['user', 'delete', old.id],
        ['user', 'delete', boost.id],
        ['public', 'delete', boost.id],
      ],
    );
  });

  it('is an edit once, and nothing where nothing changed', async () => {
    const place = town();
    const noor = await listen(place, 'noor', 'user', 'public');
    const { id } = await place.post('ines', { status: 'Frist' });
    for (const status of ['First', 'First']) await as(place, 'ines', `/api/v1/statuses/${id}`, { status }, 'PUT');
    const told = await noor.told(4);
    assert.deepEqual(await noor.all(), ['user update', 'public update', 'user status.update', 'public status.update']);
    assert.equal(parsed<Status>(told[2]!).content, '<p>First</p>');
  });

  it('is what happens to somebody, to them alone', async () => {
    const place = town();
    const [noor, kofi] = [
      await listen(place, 'noor', 'user', 'user:notification'),
      await listen(place, 'kofi', 'user'),
    ];
    await place.post('ines', { status: '@noor hello', visibility: 'direct' });
    assert.deepEqual(await noor.all(), ['user update', 'user notification', 'user:notification notification']);
    const row = parsed<Json>((await noor.told(3))[1]!);
    assert.deepEqual(row, (await place.get<Json[]>('/api/v1/notifications', { token: await place.token('noor') }))[0]);
    assert.equal(row['type'], 'mention');
    assert.deepEqual(await kofi.all(), []);
  });

  it('crosses between instances', async () => {
    const [harbour, hills] = twoTowns();
    const token = await harbour.token('noor');
    const [ama] = (
      await harbour.get<{ accounts: { id: string }[] }>('/api/v2/search?resolve=1&q=@ama@hills.example', { token })
    ).accounts;
    await as(harbour, 'noor', `/api/v1/accounts/${ama!.id}/follow`);
    const noor = await listen(harbour, 'noor', 'user', 'public:remote', 'public:local');
    const post = await hills.post('ama', { status: 'Snow, @noor@harbour.example' });
    assert.deepEqual(await noor.all(), ['user update', 'public:remote update', 'user notification']);
    const twin = parsed<Status>((await noor.told(3))[0]!);
    assert.equal(twin.uri, post.uri);
    noor.forget();
    const ama2 = await listen(hills, 'ama', 'user');
    await as(harbour, 'noor', `/api/v1/statuses/${twin.id}/favourite`);
    await as(harbour, 'noor', '/api/v1/statuses', { status: '@ama@hills.example deep', in_reply_to_id: twin.id });
    const told = await ama2.told(2);
    assert.deepEqual(
      told.filter(({ event }) => event === 'notification').map((one) => parsed<Json>(one)['type']),
      ['favourite', 'mention'],
    );
    noor.forget();
    await hills.ask(`/__sandbox/posts/${post.id}`, { method: 'PUT', json: { status: 'Rain, @noor@harbour.example' } });
    await hills.ask(`/__sandbox/posts/${post.id}`, { method: 'DELETE' });
    assert.deepEqual(await noor.all(), [
      'user status.update',
      'public:remote status.update',
      'user delete',
      'public:remote delete',
      'public:local delete',
    ]);
  });
});

describe('a served socket', () => {
  const open = (url: string, token: string[]) => new Listener(new WebSocket(url, token));

  const ask = async (url: string, body: Json) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await (await fetch(url, { method: 'POST', body: JSON.stringify(body), headers })).json()) as Json;
  };

  it('is one, at each instance of its own', async () => {
    const served = await serveSandboxes({ port: 0, count: 2, acquainted: false });
    try {
      const [origin] = served.origins;
      const token = String((await ask(`${origin}/__sandbox/tokens`, { person: 'noor' }))['access_token']);
      const url = `${origin!.replace('http', 'ws')}/api/v1/streaming`;
      const noor = await open(`${url}?stream=user`, [token]).settled();
      assert.equal(noor.socket.protocol, token);
      noor.say({ type: 'subscribe', stream: 'public:local' });
      noor.say({ type: 'subscribe', stream: 'nothing' });
      await noor.told(1);
      await ask(`${origin}/__sandbox/posts`, { person: 'ines', status: 'Heard?' });
      assert.deepEqual(
        (await noor.told(3)).slice(1).map(({ stream, event }) => `${stream.join()} ${event}`),
        ['user update', 'public:local update'],
      );
      assert.equal(await open(url, ['wrong']).closed(), 1006);
      assert.equal(await open(`${origin!.replace('http', 'ws')}/elsewhere`, [token]).closed(), 1006);
      const [sandbox] = served.sandboxes;
      noor.socket.close(1000);
      await noor.closed();
      assert.equal(sandbox!.instance.streams.lines.size, 0);
    } finally {
      await served.close();
    }
  });

  it('is one for every name, which is kept while somebody listens, and ends with the server', async (context) => {
    context.mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.now() });
    const served = await serveNamespaces(0);
    const at = `127.0.0.1:${served.port}`;
    const post = (path: string, body: Json) => ask(`http://${at}${path}`, body);
    const { access_token: token } = (await post('/__sandbox/tokens', { person: 'noor' })) as { access_token: string };
    const noor = await open(`ws://${at}/api/v1/streaming?stream=user`, [token]).settled();
    try {
      // Each half minute it is asked whether it is still there, and needs a moment to say so.
      for (let minutes = 0; minutes < 10; minutes += 0.5) {
        context.mock.timers.tick(30_000);
        await noor.all();
      }
      await post('/__sandbox/posts', { person: 'ines', status: 'Still here' });
      assert.equal((await noor.told(1))[0]!.event, 'update');
    } finally {
      await served.close();
    }
    assert.equal(await noor.closed(), 1006);
  });
});
