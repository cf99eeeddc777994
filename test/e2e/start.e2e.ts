import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';

/** Takes a port, so that whoever wants it must go on to the next. */
const take = (port = 0) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Waits for the demo's address, which is printed last. */
function output(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (data) => {
      text += String(data);
      if (/Demo +http.*\n/.test(text)) resolve(text);
    });
    child.once('exit', () => reject(new Error(text)));
  });
}

describe('npm start', () => {
  const taken: Server[] = [];
  let child: ChildProcess;
  let said: string;
  let demo: string;
  let sandboxes: string[];

  before(async () => {
    taken.push(await take(), await take());
    const [PORT, SANDBOX_PORT] = taken.map((server) => String(portOf(server)));
    const args = ['--import', './scripts/ts-hook.mjs', 'scripts/start.mjs'];
    child = spawn(process.execPath, args, {
      env: { ...process.env, PORT, SANDBOX_PORT },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    said = await output(child);
    demo = /Demo +(\S+)/.exec(said)![1]!;
    sandboxes = /Sandboxes +(.+)/.exec(said)![1]!.trim().split(/\s+/);
  });
  after(() => {
    child.kill();
    for (const server of taken) server.close();
  });

  it('passes over ports that are taken', () => {
    const used = taken.map(portOf);
    const got = [demo, ...sandboxes].map((url) => Number(new URL(url).port));
    assert.equal(new Set(got).size, 3);
    assert.ok(
      got.every((port) => !used.includes(port)),
      said,
    );
  });

  it('says the real addresses last', () => {
    assert.match(said.trim().split('\n').pop()!, /^Demo +http:\/\/localhost:\d+\/$/);
  });

  it('hands the real sandboxes to the pages', async () => {
    const page = await (await fetch(`${demo}timeline.html`)).text();
    assert.ok(page.includes(`instance="${sandboxes[0]!.replace(/\/$/, '')}"`), page);
    assert.ok(!page.includes('localhost:4000"') || sandboxes[0]!.includes(':4000/'));
  });

  it('serves the script under the pages, and nothing above them', async () => {
    const script = await fetch(`${demo}dist/cdn/masto-elements.js`);
    assert.equal(script.status, 200);
    assert.match(script.headers.get('content-type')!, /^text\/javascript/);
    for (const path of ['package.json', '..%2fpackage.json', 'dist/cdn/..%2f..%2fpackage.json', '%ff', 'nothing.html'])
      assert.equal((await fetch(demo + path)).status, 404, path);
  });

  it('serves each sandbox under its own name', async () => {
    for (const url of sandboxes) {
      const instance = (await (await fetch(`${url}api/v2/instance`)).json()) as { domain: string };
      assert.equal(instance.domain, new URL(url).host);
    }
  });
});
