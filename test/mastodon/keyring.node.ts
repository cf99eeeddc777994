import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Keyring, type Saved } from '../../src/mastodon/keyring.js';
import { FakePage, noon, Site, World } from './oauth-world.js';

const day = 24 * 60 * 60_000;

const person = (name: string, more: Partial<Saved> = {}): Saved => ({
  v: 1,
  origin: 'https://harbour.example',
  id: `1${name.length}`,
  acct: `${name}@harbour.example`,
  displayName: name,
  avatar: '',
  token: `token-of-${name}`,
  scopes: ['profile'],
  client: { id: 'app', secret: 'no secret' },
  revocationEndpoint: 'https://harbour.example/oauth/revoke',
  at: noon,
  used: noon,
  ...more,
});

const ines = person('ines');
const noorAlHilal = person('nooralhilal', { at: noon + 1 });
const bo = person('bo', { origin: 'https://hills.example', acct: 'bo@hills.example', at: noon + 2, used: noon + 2 });

const tab = (site = new Site()) => new FakePage({ time: noon }, site);
const names = (ring: Keyring) => ring.all().map(({ displayName, kept }) => displayName + (kept ? ' kept' : ''));

let warnings: string[];
beforeEach(() => {
  warnings = [];
  mock.method(console, 'warn', (text: string) => void warnings.push(text));
});
afterEach(() => mock.restoreAll());

describe('Keyring', () => {
  it('R22 remembers for the tab, for the site or for the page, as is wished, and in one place alone', () => {
    const page = tab();
    const ring = new Keyring(page);
    const key = 'masto:v1:https://harbour.example:14';
    assert.equal(ring.save(ines, 'session'), 'session');
    assert.deepEqual(Object.keys(page.session.all), [key]);
    assert.deepEqual(page.site.local.all, {});
    assert.equal(ring.save(ines, 'local'), 'local');
    assert.deepEqual(page.session.all, {});
    assert.deepEqual(Object.keys(page.site.local.all), [key]);
    assert.deepEqual(names(ring), ['ines kept']);
    assert.equal(ring.save(ines, 'memory'), 'memory');
    assert.deepEqual([page.session.all, page.site.local.all], [{}, {}]);
    assert.deepEqual(names(ring), ['ines']);
    assert.deepEqual(names(new Keyring(page.reload())), []);
  });

  it('R22 gives back all that was saved, and writes nothing beside it', () => {
    const page = tab();
    const ring = new Keyring(page);
    const whole = { ...ines, credentials: { id: '14', source: { privacy: 'private' } } };
    ring.save({ ...whole, kept: true } as Saved, 'session');
    assert.deepEqual(JSON.parse(Object.values(page.session.all)[0]!), whole);
    assert.deepEqual(new Keyring(page.reload()).all(), [{ ...whole, kept: false }]);
  });

  it('R22 who is in front is remembered where they are: of the site when kept, of the tab else', () => {
    const site = new Site();
    const [one, two] = [tab(site), tab(site)];
    const [here, there] = [new Keyring(one), new Keyring(two)];
    for (const each of [ines, noorAlHilal]) here.save(each, 'local');
    here.use(ines);
    assert.equal(there.current()?.displayName, 'ines');
    there.use(noorAlHilal);
    assert.equal(here.current()?.displayName, 'nooralhilal', 'a switch reaches the other tab');
    here.save(bo, 'session');
    here.use(bo);
    assert.equal(here.current()?.displayName, 'bo');
    assert.equal(there.current()?.displayName, 'nooralhilal', 'what is of one tab stays there');
    here.use(ines);
    assert.equal(here.current()?.displayName, 'ines', 'nothing nearer is in the way');
    assert.equal(there.current()?.displayName, 'ines');
  });

  it('knows who is in front at each server', () => {
    const ring = new Keyring(tab());
    for (const each of [ines, noorAlHilal, bo]) ring.save(each, 'session');
    assert.equal(ring.current()?.displayName, 'bo', 'who was here last');
    ring.use(ines);
    ring.use(bo);
    assert.equal(ring.current()?.displayName, 'bo');
    assert.equal(ring.current('https://harbour.example')?.displayName, 'ines');
    assert.equal(ring.current('https://hills.example')?.displayName, 'bo');
    assert.equal(ring.current('https://nowhere.example'), undefined);
  });

  it('lets go of somebody, wherever they are', () => {
    for (const place of ['memory', 'session', 'local'] as const) {
      const page = tab();
      const ring = new Keyring(page);
      ring.save(ines, place);
      ring.use(ines);
      ring.remove(ines);
      assert.deepEqual(ring.all(), [], place);
      assert.equal(ring.current(), undefined);
      assert.deepEqual([page.session.all, page.site.local.all], [{}, {}], place);
      ring.use(ines);
      assert.deepEqual([page.session.all, page.site.local.all], [{}, {}], 'and does not bring them back');
    }
  });

  it('R22 keeps somebody, or stops keeping them, and they stay in front', () => {
    const page = tab();
    const ring = new Keyring(page);
    ring.save(ines, 'session');
    ring.save(noorAlHilal, 'session');
    ring.use(ines);
    ring.keep(ines, true);
    assert.deepEqual(names(ring), ['ines kept', 'nooralhilal']);
    assert.equal(new Keyring(tab(page.site)).current()?.displayName, 'ines');
    assert.equal(ring.current()?.displayName, 'ines');
    ring.keep(ines, false);
    assert.deepEqual(names(ring), ['ines', 'nooralhilal']);
    assert.deepEqual(
      Object.keys(page.site.local.all).filter((key) => key.includes(':14')),
      [],
    );
    assert.equal(ring.current()?.displayName, 'ines');
  });

  it('R23 leaves alone what it does not understand, and is not troubled by it', () => {
    const page = tab();
    const strange: Record<string, string> = {
      'masto:v2:https://harbour.example:9': JSON.stringify({ v: 2, token: 'x' }),
      'masto:v1:https://harbour.example:8': JSON.stringify({ ...ines, v: 2, id: '8' }),
      'masto:v1:https://harbour.example:7': '{"v":1,"id":"7","tok',
      'masto:v1:https://harbour.example:6': 'null',
      'masto:v1:https://harbour.example:5': JSON.stringify({ v: 1, id: '5', origin: 'https://harbour.example' }),
      'masto:v1:https://evil.example:14': JSON.stringify(ines),
      'masto:v1:https://harbour.example:4': JSON.stringify({ ...ines, id: '4', scopes: 'read' }),
      'masto:v1:current': 'nonsense',
      other: 'of the page',
    };
    for (const [key, value] of Object.entries(strange)) page.site.local.setItem(key, value);
    const ring = new Keyring(page);
    assert.deepEqual(ring.all(), []);
    assert.equal(ring.current(), undefined);
    ring.save(ines, 'local');
    assert.deepEqual(names(ring), ['ines kept']);
    assert.equal(ring.current()?.displayName, 'ines');
    ring.remove(ines);
    assert.deepEqual(page.site.local.all, strange);
  });

  for (const trouble of ['refuse', 'full', 'deaf'] as const)
    it(`R28 works on when storage will ${trouble}`, () => {
      const page = tab();
      page.session.trouble = page.site.local.trouble = trouble;
      const ring = new Keyring(page);
      assert.equal(ring.save(ines, 'local'), 'memory');
      ring.use(ines);
      assert.equal(ring.current()?.displayName, 'ines');
      assert.deepEqual(names(ring), ['ines']);
      ring.keep(ines, true);
      assert.deepEqual(names(ring), ['ines'], 'nobody is told that they stay');
      ring.remove(ines);
      assert.deepEqual(ring.all(), []);
      assert.deepEqual(ring.forgetAll(), []);
    });

  it('R28 works on when there is no storage at all', () => {
    const page = tab();
    page.denied = ['session', 'local'];
    const ring = new Keyring(page);
    assert.equal(ring.save(ines, 'session'), 'memory');
    ring.use(ines);
    assert.equal(new Keyring(page).current()?.displayName, 'ines', 'all elements of the page see it');
    assert.deepEqual(new Keyring(page.reload()).all(), []);
  });

  it('R28 keeps for the tab what cannot be kept for the site', () => {
    const page = tab();
    page.site.local.trouble = 'full';
    const ring = new Keyring(page);
    assert.equal(ring.save(ines, 'local'), 'session');
    assert.deepEqual(names(new Keyring(page.reload())), ['ines']);
  });

  it('R28 still reads a storage that has become full', () => {
    const page = tab();
    const ring = new Keyring(page);
    ring.save(ines, 'local');
    page.site.local.trouble = 'full';
    assert.deepEqual(names(ring), ['ines kept']);
    ring.use(ines);
    assert.equal(ring.current()?.displayName, 'ines');
  });

  it('R29 keeps nothing on an origin of several people, and says why', () => {
    const page = tab();
    page.isShared = true;
    assert.equal(new Keyring(page).save(ines, 'local'), 'session');
    assert.deepEqual(page.site.local.all, {});
    assert.match(warnings.join(), /Other people have pages on this origin/);
    assert.ok(!warnings.join().includes(ines.token));
  });

  it('forgets after thirty days who was kept and never came back, nobody sooner, and nobody of the tab', () => {
    const world = new World();
    const page = new FakePage(world);
    const ring = new Keyring(page);
    ring.save(ines, 'local');
    ring.save(noorAlHilal, 'session');
    world.time = noon + 30 * day;
    assert.deepEqual(names(ring), ['ines kept', 'nooralhilal']);
    world.time += 1;
    assert.deepEqual(names(ring), ['nooralhilal']);
    assert.deepEqual(page.site.local.all, {});
  });

  it('R46 takes a visit for what keeps somebody remembered, noted once a day, whatever the clock does', () => {
    const world = new World();
    const page = new FakePage(world);
    const ring = new Keyring(page);
    ring.save(ines, 'local');
    const used = () => ring.all()[0]?.used;
    world.time = noon + day / 2;
    ring.use(ines);
    assert.equal(used(), noon, 'not at each visit');
    world.time = noon + 20 * day;
    ring.use(ines);
    assert.equal(used(), noon + 20 * day);
    world.time = noon + 45 * day;
    assert.deepEqual(names(ring), ['ines kept']);
    world.time = noon - day;
    assert.deepEqual(names(ring), ['ines kept'], 'a clock that was set back');
    world.time = noon - 2 * day;
    ring.use(ines);
    assert.equal(used(), noon - 2 * day);
  });

  it('R121 wipes all that is of this library, gives who was signed in, and leaves the page its own', () => {
    const page = tab();
    const ring = new Keyring(page);
    ring.save(ines, 'local');
    ring.save(bo, 'session');
    ring.save(noorAlHilal, 'memory');
    ring.use(ines);
    page.site.local.setItem('masto:v1:client:https://harbour.example x', '{}');
    page.session.setItem('masto:v1:pending:abc', '{}');
    page.session.setItem('masto:v1:agreed', '[]');
    page.site.local.setItem('mine', 'of the page');
    page.site.local.setItem('masto:v2:x', 'of another version');
    assert.deepEqual(
      ring.forgetAll().map(({ token }) => token),
      ['token-of-ines', 'token-of-nooralhilal', 'token-of-bo'],
    );
    assert.deepEqual(page.session.all, {});
    assert.deepEqual(page.site.local.all, { mine: 'of the page', 'masto:v2:x': 'of another version' });
    assert.deepEqual(ring.all(), []);
  });

  it('R25 shows no token of itself', () => {
    const ring = new Keyring(tab());
    ring.save(ines, 'session');
    assert.ok(!JSON.stringify(ring).includes('token'));
    assert.ok(!Object.keys(ring).length);
  });
});
