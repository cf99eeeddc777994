import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoError } from '../../src/index.js';
import { appears, heard, inState, pause, posts, seen, tagOf, theOne } from '../helpers.js';
import { town, type Fault, type Town } from './town.js';

/** A domain with a web site, and the Mastodon of its people at another host. */
async function twoHosts() {
  const domain = await town();
  const server = domain.peer;
  await server.settings({ accountDomain: domain.host });
  const [{ username }] = await server.control<[{ username: string }]>('GET', 'people');
  await server.post(username, { status: 'From the server behind' });
  await Promise.all([domain.forget(), server.forget()]);
  const self = `${server.origin}/users/${username}`;
  return { domain, server, username, self };
}

const website: Fault = { path: '/*', status: 404 };
const webfinger = (self: string): Fault => ({
  path: '/.well-known/webfinger',
  body: { subject: 'acct:x', links: [{ rel: 'self', type: 'application/activity+json', href: self }] },
});
const hostMeta = ({ origin }: Town): Fault => ({
  path: '/.well-known/host-meta',
  type: 'application/xrd+xml',
  body: `<XRD><Link rel="lrdd" template="${origin}/.well-known/webfinger?resource={uri}"/></XRD>`,
});
const list = (attributes: string) => tagOf(`<masto-timeline ${attributes} limit="2"></masto-timeline>`);

describe('R4 R5 <masto-timeline account> whose domain is not its server', () => {
  const ways: Readonly<Record<string, (hosts: Awaited<ReturnType<typeof twoHosts>>) => Fault[]>> = {
    webfinger: ({ self }) => [webfinger(self), website],
    'host-meta': ({ server }) => [hostMeta(server), website],
    'webfinger, where nothing else may be read': ({ self }) => [
      webfinger(self),
      { path: '/*', cors: false, status: 404 },
    ],
    'a redirect of everything': ({ server }) => [
      {
        path: '/.well-known/oauth-authorization-server',
        redirect: `${server.origin}/.well-known/oauth-authorization-server`,
      },
      { path: '/*', redirect: `${server.origin}/nowhere/api` },
    ],
  };
  for (const [what, faults] of Object.entries(ways))
    it(`${what}: its posts come from the host named there`, async () => {
      const hosts = await twoHosts();
      const { domain, server, username } = hosts;
      await domain.breaks(...faults(hosts));
      let failed = 0;
      const tag = list(`account="@${username}@${domain.host}"`);
      tag.addEventListener('masto-error', () => failed++);
      await appears(tag, 'From the server behind');
      expect(posts(tag)).to.have.length(2);
      expect(failed).to.equal(0);
      expect(await domain.asks(/lookup/)).to.have.length(1);
      expect(await server.asks(/lookup/)).to.deep.equal([
        `/api/v1/accounts/lookup?acct=${encodeURIComponent(`${username}@${domain.host}`)}`,
      ]);
    });

  it('a host that speaks Mastodon is believed: nobody is not looked for elsewhere', async () => {
    const here = await town();
    const tag = list(`account="@nobody@${here.host}"`);
    await appears(tag, 'Not found');
    expect(await here.asks(/./)).to.have.length(1);
  });

  it('a server that the page names is asked, and no other', async () => {
    const hosts = await twoHosts();
    const { domain, server, username, self } = hosts;
    await domain.breaks(webfinger(self), website);
    const tag = list(`instance="${domain.host}" account="@${username}@${domain.host}"`);
    await appears(tag, `${domain.host} does not speak Mastodon`);
    expect(await server.asks(/./)).to.deep.equal([]);
  });

  it('where nothing says more, what the first host did is told, and “Try again” tries again', async () => {
    const hosts = await twoHosts();
    const { domain, username, self } = hosts;
    await domain.breaks(website);
    const tag = list(`account="@${username}@${domain.host}"`);
    const { error } = await heard(tag, 'masto-error');
    expect([(error as MastoError).failure, (error as MastoError).facts.status]).to.deep.equal(['not-mastodon', 404]);
    await inState(tag, 'failed');
    await domain.breaks(webfinger(self), website);
    theOne(tag, 'button', 'Try again').click();
    await appears(tag, 'From the server behind');
  });

  it('a host that webfinger makes up is asked for nothing but whether it is one', async () => {
    const hosts = await twoHosts();
    const { domain, username } = hosts;
    for (const self of ['http://10.0.0.1/users/x', 'javascript:alert(1)', 'https://user:pass@example.com/']) {
      await domain.breaks(webfinger(self), website);
      const tag = list(`account="@${username}@${domain.host}"`);
      await appears(tag, `${domain.host} does not speak Mastodon`);
    }
  });

  it('R102 load="click": who has agreed to one host does not ask another', async () => {
    sessionStorage.clear();
    const hosts = await twoHosts();
    const { domain, server, username, self } = hosts;
    await domain.breaks(webfinger(self), website);
    const tag = list(`load="click" account="@${username}@${domain.host}"`);
    await appears(tag, 'Show posts from');
    theOne(tag, 'button').click();
    await appears(tag, `${domain.host} does not speak Mastodon`);
    expect(await server.asks(/./)).to.deep.equal([]);
    sessionStorage.clear();
  });

  it('R210 another account meanwhile: the one who was looked for does not come', async () => {
    const hosts = await twoHosts();
    const { domain, username, self } = hosts;
    const other = await town();
    await other.post('ines', { status: 'Another one' });
    await domain.breaks({ ...webfinger(self), delay: 300 }, website);
    const tag = list(`account="@${username}@${domain.host}"`);
    await pause(150);
    tag.setAttribute('account', `@ines@${other.host}`);
    await appears(tag, 'Another one');
    await pause(500);
    expect(seen(tag)).to.contain('Another one').and.not.contain('From the server behind');
  });
});
