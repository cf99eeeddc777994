import { expect } from '@open-wc/testing';
import { words } from '../../src/i18n/sign-in.en.js';
import { all, pause, seen, until } from '../helpers.js';
import { askedAt, focused, listenToRequests, openForm, stageLogin, type Form } from './login-stage.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

const lines = (form: Form, kind: string) => all(form.dialog!, `${kind} li`).map((line) => seen(line));
const can = (form: Form) => lines(form, '.abilities > :not(.not)');
const never = (form: Form) => lines(form, '.not');

describe('<masto-login> says what is asked, before anything leaves the page', () => {
  afterEach(forgetEverybody);

  it('R35 in plain words: what the tags on the page need, loaded or not, and no more', async () => {
    const here = await town();
    const form = await askedAt(here, '', '<masto-notifications></masto-notifications>');
    expect(form.dialog!.querySelector('h2')!.textContent).to.equal(here.host);
    expect(focused()).to.equal(form.dialog!.querySelector('h2'));
    expect(can(form)).to.deep.equal([words['know-you'], words['read-notifications']]);
    expect(form.text).not.to.match(/\b(?:read|write):\w/);
    expect((await here.asked(/apps|authorize|token/)).length).to.equal(0);
  });

  it('R35 and what the key is no good for: never more than is true', async () => {
    const reader = await askedAt(await town(), '', '<masto-timeline feed="home"></masto-timeline>');
    expect(never(reader)).to.include(words['never-password']);
    // Whoever may read posts may read private mentions.
    expect(never(reader)).not.to.include(words['never-private']);
    expect(can(reader).join()).to.contain('private mentions too');
    expect(never(reader)).not.to.include(words['never-post']);
    expect(never(reader)).to.include(words['never-block']);
    reader.stage.remove();
    const nobody = await askedAt(await town());
    expect(never(nobody)).to.include.members([words['never-private'], words['never-post'], words['never-follow']]);
    nobody.stage.remove();
    const all = await askedAt(await town(), 'scopes="read write"');
    expect(can(all)).to.include.members([words['read-everything'], words['write-everything']]);
    expect(never(all)).to.deep.equal([words['never-password'], words['never-account']]);
  });

  it('R12 tells the wider request where a server knows no finer one', async () => {
    const here = await town();
    await here.settings({ oauth: { scopes: ['read', 'write', 'follow', 'push'] } });
    const form = await askedAt(here, '', '<masto-compose></masto-compose>');
    expect(can(form)).to.include(words['write-everything']);
    expect(never(form)).not.to.include(words['never-follow']);
  });

  for (const [lang, authorised, deputy] of [
    [
      'en',
      'Authorised apps',
      /Every script on this page, including ads and statistics, could use it too\. Sign in only on sites that you trust\./,
    ],
    [
      'de',
      'Autorisierte Anwendungen',
      /Jedes Skript auf dieser Seite, auch das von Werbung und Statistik, könnte es ebenfalls\. Melde dich nur auf Websites an, denen du vertraust\./,
    ],
  ] as const)
    it(`R61 what signing in means stands there in full, ${lang}: whose site, which scripts, how to end it`, async () => {
      const here = await town();
      const form = await askedAt(here, '', '', `lang="${lang}"`);
      await form.says(deputy);
      expect(form.text).to.contain(location.host);
      const link = form.dialog!.querySelector<HTMLAnchorElement>('a[href$="/oauth/authorized_applications"]')!;
      expect(new URL(link.href).host).to.equal(here.host);
      expect(link.textContent).to.equal(`${here.host} → ${authorised}`);
    });

  it('R61 and no attribute takes it away', async () => {
    const here = await town();
    const form = await askedAt(here, 'quiet no-warning scopes="" storage="local"', '', 'lang="en" hidden-deputy');
    form.login.setAttribute('quiet', '');
    await pause(30);
    await form.says('could use it too');
    const note = form.dialog!.querySelector('.deputy')!;
    expect(note.checkVisibility({ opacityProperty: true, visibilityProperty: true })).to.equal(true);
    expect(note.querySelector('button')).to.equal(null);
  });

  it('R2 warns when a name mixes alphabets, and shows what it is underneath', async () => {
    const form = await openForm();
    const cyrillic = 'm\u0430stodon.social';
    // No town has such a name: what its server would say is said in its place.
    listenToRequests(({ host, origin, pathname }) => {
      if (!host.startsWith('xn--')) return undefined;
      if (!pathname.startsWith('/.well-known/oauth'))
        return Response.json({ domain: host, version: '4.6.0', title: 'x' });
      return Response.json({
        issuer: `${origin}/`,
        authorization_endpoint: `${origin}/oauth/authorize`,
        token_endpoint: `${origin}/oauth/token`,
        app_registration_endpoint: `${origin}/api/v1/apps`,
        scopes_supported: ['read', 'write', 'profile'],
      });
    });
    await form.name(cyrillic);
    await form.says('mixes letters of several alphabets');
    expect(form.dialog!.querySelector('h2')!.textContent).to.match(/xn--/);
    expect(form.root.querySelector('.warned')!.getAttribute('role')).to.equal('alert');
  });
});

describe('<masto-login> and how long somebody stays', () => {
  afterEach(forgetEverybody);
  const box = (form: Form) => form.dialog!.querySelector<HTMLInputElement>('[name=keep]');

  it('R22 asks, and does not tick the box itself', async () => {
    const form = await askedAt(await town());
    expect(box(form)!.checked).to.equal(false);
    expect(seen(box(form)!.closest('label')!)).to.contain('Keep me signed in on this site');
  });

  it('R22 ticks it at first where the page’s author says so', async () => {
    expect(box(await askedAt(await town(), 'storage="local"'))!.checked).to.equal(true);
  });

  it('R28 says so instead, where nothing can be kept', async () => {
    const form = await askedAt(await town(), 'storage="memory" flow="popup"');
    expect(box(form)).to.equal(null);
    await form.says('You will be signed out when you leave this page');
  });

  it('R29 nor at an origin that is shared', async () => {
    const { pathname } = location;
    history.replaceState(null, '', `/~alice/${location.search}`);
    try {
      const form = await askedAt(await town());
      expect(box(form)).to.equal(null);
      await form.says('You will be signed out when you close this tab');
    } finally {
      history.replaceState(null, '', pathname + location.search);
    }
  });
});

describe('<masto-login> and a permission more', () => {
  afterEach(forgetEverybody);

  it('R34 names that alone, with what signing in means', async () => {
    const here = await town();
    await cameBefore(here, 'ines', 'session', 'profile read:statuses');
    const form = await stageLogin('', '<masto-timeline feed="home" load="click"></masto-timeline>');
    await until(() => form.auth.session);
    void form.auth.login(undefined, ['write:blocks']);
    await form.says('One more permission');
    expect(form.text).to.contain(`Go to ${here.host}`);
    expect(can(form)).to.deep.equal([words['block']]);
    expect(never(form)).to.deep.equal([]);
    await form.says('could use it too');
    expect(form.dialog!.querySelector('[name=keep]')).to.equal(null);
    expect(form.root.querySelector('[value=another]')).to.equal(null);
  });

  it('R34 whoever is nobody yet is asked for all of it at once', async () => {
    const here = await town();
    const form = await stageLogin('', '<masto-compose load="click"></masto-compose>');
    void form.auth.login(here.host, ['write:blocks']);
    await form.says(`Go to ${here.host}`);
    expect(can(form)).to.deep.equal([words['know-you'], words.search, words['post'], words['block']]);
    expect(never(form)).to.include(words['never-password']);
  });
});
