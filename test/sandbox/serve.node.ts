import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { serveNamespaces, serveSandboxes } from '../../demo/sandbox/serve.js';

interface Heard {
  status: number;
  text: string;
}

/** Asks a name that only a browser would find: loopback, with the name as `Host`. */
const ask = (port: number, host: string, path: string, json?: unknown) =>
  new Promise<Heard>((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: json === undefined ? 'GET' : 'POST',
        headers: { host: `${host}:${port}`, 'content-type': 'application/json', connection: 'close' },
      },
      (response) => {
        let text = '';
        response.on('data', (data: Buffer) => (text += data.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(json === undefined ? undefined : JSON.stringify(json));
  });

const parse = <Body>({ text }: Heard) => JSON.parse(text) as Body;

describe('serving sandboxes', () => {
  it('gives each a port of its own, passes over taken ones, and lets them meet', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const served = await serveSandboxes({ port, count: 2 });
    try {
      const ports = served.origins.map((origin) => Number(new URL(origin).port));
      assert.equal(ports.length, 2);
      assert.ok(ports.every((one) => one > port) && new Set(ports).size === 2);
      const [a, b] = served.origins as [string, string];
      const told = (await (await fetch(`${a}/api/v2/instance`)).json()) as { domain: string };
      assert.equal(told.domain, new URL(a).host);
      type Post = { account: { acct: string } }[];
      const remote = (await (await fetch(`${a}/api/v1/timelines/public?remote=1&limit=40`)).json()) as Post;
      assert.ok(remote.some(({ account }) => account.acct.endsWith(`@${new URL(b).host}`)));
    } finally {
      await served.close();
      other.close();
    }
  });

  it('logs somebody in at each of them by itself, although a browser shares cookies among ports', async () => {
    const served = await serveSandboxes({ port: 0, count: 2 });
    try {
      const logIn = async (origin: string, person: string) => {
        const body = new URLSearchParams({ person, next: '/oauth/authorized_applications' });
        const response = await fetch(`${origin}/auth/sign_in`, { method: 'POST', body, redirect: 'manual' });
        assert.deepEqual([response.status, response.headers.get('Location')], [302, '/oauth/authorized_applications']);
        return response.headers.get('Set-Cookie')!.split(';')[0]!;
      };
      const [a, b] = served.origins as [string, string];
      const Cookie = [await logIn(a, 'noor'), await logIn(b, 'desmond')].join('; ');
      for (const [origin, name] of [
        [a, '@noor'],
        [b, '@desmond'],
      ]) {
        const text = await (await fetch(`${origin}/oauth/authorized_applications`, { headers: { Cookie } })).text();
        assert.ok(text.includes(name!), `${origin} ${name}`);
      }
    } finally {
      await served.close();
    }
  });

  it('is heard on this machine only', async () => {
    const served = await serveSandboxes({ port: 0, count: 1 });
    try {
      const { port } = new URL(served.origins[0]!);
      const others = Object.values(networkInterfaces())
        .flat()
        .filter((face) => face && face.address !== '127.0.0.1');
      for (const { address, family } of others as { address: string; family: string }[]) {
        const host = family === 'IPv6' ? `[${address}]` : address;
        await assert.rejects(fetch(`http://${host}:${port}/health`), host);
      }
      assert.equal(await (await fetch(`http://127.0.0.1:${port}/health`)).text(), 'OK');
    } finally {
      await served.close();
    }
  });

  it('destroys the socket where a connection is to be refused, and breaks bodies', async () => {
    const served = await serveSandboxes({
      port: 0,
      count: 1,
      faults: [
        { path: '/api/v2/*', refuse: true },
        { path: '/api/v1/*', cut: 50, broken: true },
      ],
    });
    try {
      const [origin] = served.origins;
      await assert.rejects(fetch(`${origin}/api/v2/instance`), TypeError);
      const response = await fetch(`${origin}/api/v1/timelines/public`);
      await assert.rejects(response.text());
      assert.equal((await fetch(`${origin}/health`)).status, 200);
    } finally {
      await served.close();
    }
  });
});

describe('serving namespaces', () => {
  it('makes an instance for every name, with a peer, and a seed that can be chosen', async () => {
    const served = await serveNamespaces(0);
    const { port } = served;
    try {
      const domain = async (host: string) =>
        parse<{ domain: string }>(await ask(port, host, '/api/v2/instance')).domain;
      assert.equal(await domain('one.localhost'), `one.localhost:${port}`);
      await ask(port, 'one.localhost', '/__sandbox/posts', { person: 'noor', status: 'Only here' });
      const first = async (host: string) =>
        parse<{ content: string }[]>(await ask(port, host, '/api/v1/timelines/public?limit=1'))[0]!.content;
      assert.equal(await first('one.localhost'), '<p>Only here</p>');
      assert.notEqual(await first('two.localhost'), '<p>Only here</p>');
      const peer = await ask(port, 'one-peer.localhost', '/api/v1/accounts/lookup?acct=desmond');
      assert.equal(peer.status, 200);
      const { access_token: token } = parse<{ access_token: string }>(
        await ask(port, 'one.localhost', '/__sandbox/tokens', { person: 'noor' }),
      );
      const query = `/api/v2/search?resolve=1&access_token=${token}&q=@ama@one-peer.localhost:${port}`;
      const found = parse<{ accounts: { acct: string }[] }>(await ask(port, 'one.localhost', query));
      assert.deepEqual(
        found.accounts.map(({ acct }) => acct),
        [`ama@one-peer.localhost:${port}`],
      );
      await ask(port, 'one.localhost', '/__sandbox/reset', { seed: 4 });
      assert.equal((await ask(port, 'one.localhost', '/api/v1/accounts/lookup?acct=desmond')).status, 200);
    } finally {
      await served.close();
    }
  });

  it('forgets a name that nobody asked for five minutes', async (context) => {
    context.mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.now() });
    const served = await serveNamespaces(0);
    const { port } = served;
    try {
      await ask(port, 'old.localhost', '/__sandbox/posts', { person: 'noor', status: 'Before' });
      const first = async () =>
        parse<{ content: string }[]>(await ask(port, 'old.localhost', '/api/v1/timelines/public?limit=1'))[0]!.content;
      context.mock.timers.tick(4 * 60_000);
      assert.equal(await first(), '<p>Before</p>');
      context.mock.timers.tick(6 * 60_000);
      assert.notEqual(await first(), '<p>Before</p>');
    } finally {
      await served.close();
    }
  });
});
