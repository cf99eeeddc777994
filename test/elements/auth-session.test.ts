import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import type { MastoAuth } from '../../src/index.js';
import { appears, heard, inState, mount, pause, tagOf, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

const home = '<masto-timeline feed="home" load="eager" limit="5"></masto-timeline>';
const auth = (inside = '', attributes = '') => `<masto-auth ${attributes}>${inside}</masto-auth>`;
const people = ({ accounts }: MastoAuth) => accounts.map(({ acct }) => acct.split('@')[0]).join();
const me = ({ session }: MastoAuth) => (session as HomeSession | undefined)?.me.username;
const isHere = (tag: MastoAuth, name: string | undefined) => until(() => !tag.pending && me(tag) === name, `${name}`);

/** Signs somebody out as their server would. */
const revoke = (here: Town, token: string) => here.control('DELETE', `tokens?token=${token}`);

describe('<masto-auth> and whoever was here before', () => {
  afterEach(forgetEverybody);

  it('brings them back before any tag asks, so that nothing is asked twice', async () => {
    const here = await town();
    await here.post('ines', { status: 'For my followers', visibility: 'private' });
    await cameBefore(here, 'ines');
    await here.forget();
    const stage = mount(auth(home));
    const tag = stage.firstElementChild as MastoAuth;
    expect(tag.pending).to.equal(true);
    expect(tag.session).to.equal(undefined);
    const { account } = await heard(tag, 'masto-login');
    expect(account).to.equal(`ines@${here.host}`);
    await appears(stage, 'For my followers');
    const asked = await here.asked();
    expect(asked.map(({ path }) => path)).to.deep.equal(['/api/v1/timelines/home']);
    expect(asked[0]!.headers).to.include('authorization');
  });

  it('R57 is nobody at a page that nobody signed in on, and loads nothing for it', async () => {
    const tag = tagOf<MastoAuth>(auth());
    await pause(100);
    expect(tag.pending).to.equal(false);
    expect(tag.session).to.equal(undefined);
    expect(tag.accounts).to.deep.equal([]);
    expect({ ...sessionStorage, ...localStorage }).to.deep.equal({});
  });

  it('keeps to the server that the page has fixed', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    await cameBefore(here.peer, 'anselm').catch(() => cameBefore(here.peer, 'desmond'));
    const tag = tagOf<MastoAuth>(auth('', `instance="${here.host}"`));
    await isHere(tag, 'ines');
    tag.instance = 'elsewhere.example';
    await isHere(tag, undefined);
  });

  it('R210 is moved with whoever is signed in, and still hears what happens', async () => {
    const here = await town();
    const ines = await cameBefore(here, 'ines');
    const stage = mount(auth());
    const tag = stage.firstElementChild as MastoAuth;
    await isHere(tag, 'ines');
    const { session } = tag;
    mount('').append(tag);
    await pause(50);
    expect(tag.session === session).to.equal(true);
    new BroadcastChannel('masto:v1').postMessage({ out: [ines.origin, ines.id] });
    await isHere(tag, undefined);
  });

  it('R41 does nothing on a page that is made ready before anybody looks at it', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    await here.forget();
    const stored = JSON.stringify({ ...sessionStorage });
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const stage = mount(auth(home));
    const tag = stage.firstElementChild as MastoAuth;
    await tag.keeper();
    await pause(200);
    expect(tag.pending).to.equal(true);
    expect(await here.asked(/./)).to.deep.equal([]);
    expect(JSON.stringify({ ...sessionStorage })).to.equal(stored);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await isHere(tag, 'ines');
    await inState(stage.querySelector('masto-timeline')!, undefined);
  });

  it('R41 looks anew when the page comes back from the back-forward cache', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    const tag = tagOf<MastoAuth>(auth());
    await isHere(tag, 'ines');
    forgetEverybody();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await isHere(tag, undefined);
  });

  it('two on a page share one session', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    const stage = mount(auth() + auth());
    const [first, second] = [...stage.children] as [MastoAuth, MastoAuth];
    await isHere(first, 'ines');
    await isHere(second, 'ines');
    expect(first.session === second.session).to.equal(true);
  });
});

describe('<masto-auth> from one person to the next', () => {
  afterEach(forgetEverybody);

  it('R47 switches every tag in one step, and nothing of the first stays', async () => {
    const here = await town();
    await here.post('ines', { status: 'Mine alone', visibility: 'direct' });
    await here.post('noor', { status: 'Another’s', visibility: 'private' });
    await cameBefore(here, 'noor');
    await cameBefore(here, 'ines');
    const stage = mount(auth(home));
    const tag = stage.firstElementChild as MastoAuth;
    await appears(stage, 'Mine alone');
    expect(people(tag).split(',').sort().join()).to.equal('ines,noor');
    const before = tag.session as HomeSession;
    const out = heard(tag, 'masto-logout');
    await tag.switchTo(`@NOOR@${here.host}`);
    expect((await out).account).to.equal(`ines@${here.host}`);
    await appears(stage, 'Another’s');
    expect(stage.querySelector('masto-timeline')!.shadowRoot!.textContent).not.to.contain('Mine alone');
    expect(tag.session === before).to.equal(false);
    await tag.switchTo('nobody@nowhere.example');
    expect(me(tag)).to.equal('noor');
  });

  it('gives page scripts a client: pending until somebody is here, another after each switch and sign-out', async () => {
    const here = await town();
    const tag = tagOf<MastoAuth>(auth());
    const { client: early } = tag;
    let come = false;
    void early.then(() => (come = true));
    await pause(50);
    expect(come).to.equal(false);
    await cameBefore(here, 'ines');
    (await tag.keeper()).look();
    const masto = await early;
    expect((await masto.v1.accounts.verifyCredentials()).username).to.equal('ines');
    expect((await tag.client) === masto).to.equal(true);
    await cameBefore(here, 'noor');
    await tag.switchTo(`noor@${here.host}`);
    const next = await tag.client;
    expect(next === masto).to.equal(false);
    expect((await next.v1.accounts.verifyCredentials()).username).to.equal('noor');
    await tag.logout();
    await until(() => me(tag) !== 'noor');
  });

  it('R48 signs out here first, then at the server', async () => {
    const here = await town();
    const ines = await cameBefore(here, 'ines');
    const stage = mount(auth(home));
    const tag = stage.firstElementChild as MastoAuth;
    await isHere(tag, 'ines');
    const old = tag.session as HomeSession;
    await inState(stage.querySelector('masto-timeline')!, undefined);
    await here.forget();
    const done = tag.logout();
    await isHere(tag, undefined);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.to.contain(ines.token);
    await done;
    const [revoked] = await here.asked(/oauth\/revoke/);
    expect(revoked).to.include({ method: 'POST' });
    expect(revoked!.headers).not.to.include('authorization');
    await inState(stage.querySelector('masto-timeline')!, 'signed-out');
    // Whoever still holds the old session has no key any more.
    const error = await old.transport.get('/api/v1/timelines/home').catch((reason: Error) => reason);
    expect(error).to.include({ failure: 'members-only' });
    expect((await here.asked(/timelines\/home/)).every(({ headers }) => !headers.includes('authorization'))).to.equal(
      true,
    );
  });

  it('R48 says when the server could not be told', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    const tag = tagOf<MastoAuth>(auth());
    await isHere(tag, 'ines');
    await here.breaks({ path: '/oauth/revoke', refuse: true });
    await tag.logout();
    expect(tag.session).to.equal(undefined);
    expect(tag.problem).to.deep.include({ failure: 'not-revoked', facts: { host: here.host } });
  });
});

describe('<masto-auth> and a key that is no longer good', () => {
  afterEach(forgetEverybody);

  it('R49 asks once more before it believes that, for five tags at once; what was read stays', async () => {
    const here = await town();
    const ines = await cameBefore(here, 'ines');
    const stage = mount(auth(home.repeat(5)));
    const tag = stage.firstElementChild as MastoAuth;
    const timelines = [...stage.querySelectorAll('masto-timeline')];
    for (const timeline of timelines) await inState(timeline, undefined);
    const { length } = timelines[0]!.shadowRoot!.querySelectorAll('masto-status');
    expect(length).to.be.greaterThan(0);
    await revoke(here, ines.token);
    await here.forget();
    const error = heard(tag, 'masto-error');
    for (const { shadowRoot } of timelines) shadowRoot!.querySelector<HTMLElement>('[value=more]')!.click();
    await until(() => tag.expired);
    expect((await error).error).to.include({ failure: 'expired' });
    expect(tag.problem).to.include({ failure: 'expired' });
    expect((await here.asked(/verify_credentials/)).length).to.equal(1);
    expect(me(tag)).to.equal('ines');
    for (const { shadowRoot } of timelines)
      expect(shadowRoot!.querySelectorAll('masto-status').length).to.equal(length);
    expect(JSON.stringify({ ...sessionStorage })).to.contain(ines.token);
  });

  it('R49 keeps the session when only one endpoint says no, and when the server is in trouble', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    const tag = tagOf<MastoAuth>(auth());
    await isHere(tag, 'ines');
    const session = tag.session as HomeSession;
    await here.breaks({ path: '/api/v1/timelines/home', status: 401, body: { error: 'The access token is invalid' } });
    const refused = await session.transport.get('/api/v1/timelines/home').catch((reason: Error) => reason);
    expect(refused).to.include({ failure: 'members-only' });
    await here.breaks(
      { path: '/api/v1/timelines/home', status: 401, body: { error: 'The access token is invalid' } },
      { path: '/api/v1/accounts/verify_credentials', refuse: true },
    );
    await session.transport.get('/api/v1/timelines/home').catch((reason: Error) => reason);
    expect(tag.expired).to.equal(false);
    expect(tag.problem).to.equal(undefined);
  });
});
