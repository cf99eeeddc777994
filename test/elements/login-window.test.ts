import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { appears, byRole, first, heard, part, pause, replace, seen, until } from '../helpers.js';
import { askedAt, catchLeaving, catchWindows, decide, focused, stageLogin } from './login-stage.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

const compose = '<masto-compose load="click"></masto-compose>';

const needed = ['profile', 'read:search', 'write:media', 'write:statuses'];

describe('<masto-login> by a window of its own', () => {
  afterEach(forgetEverybody);

  it('R38 R42 opens it in the click itself, waits, and shows who came back', async () => {
    const here = await town();
    const windows = catchWindows();
    const form = await askedAt(here, 'flow="popup"', compose);
    form.press('go');
    expect(windows).to.have.length(1);
    await form.says('Go on in the other window');
    expect(focused()).to.equal(form.dialog!.querySelector('h2'));
    const asked = await decide(here, windows[0]!, 'ines');
    expect(asked.get('scope')!.split(' ')).to.have.members(needed);
    await form.closes();
    await until(() => (form.auth.session as HomeSession | undefined)?.me.username === 'ines');
    expect(seen(part(form.login, 'face'))).to.contain('Inês');
    expect(focused()).to.equal(part(form.login, 'face'));
    expect(form.root.querySelector('.hidden[role=status]')!.textContent).to.equal(`Signed in as @ines@${here.host}`);
    expect(windows[0]!.closed).to.equal(true);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('masto:v1:http'))).to.deep.equal([]);
  });

  it('R22 keeps them after the browser is closed only when the box was ticked', async () => {
    const here = await town();
    const windows = catchWindows();
    const form = await askedAt(here, 'flow="popup"');
    form.dialog!.querySelector<HTMLInputElement>('[name=keep]')!.click();
    form.press('go');
    await decide(here, windows[0]!, 'ines');
    await form.closes();
    await until(() => form.auth.accounts.length);
    expect(form.auth.accounts[0]!.kept).to.equal(true);
    expect(Object.keys(localStorage).some((key) => key.startsWith(`masto:v1:${here.origin}:`))).to.equal(true);
  });

  it('R44 who says no at the server is quietly back at the question', async () => {
    const here = await town();
    const windows = catchWindows();
    const form = await askedAt(here, 'flow="popup"');
    form.press('go');
    await decide(here, windows[0]!, 'ines', true);
    await form.says(`You said no at ${here.host}. Nothing has changed.`);
    expect(form.root.querySelector('[value=go]')).not.to.equal(null);
    expect(form.auth.session).to.equal(undefined);
    expect(form.auth.problem).to.equal(undefined);
  });

  it('R43 can be given up; the window goes, and the question is there again', async () => {
    const here = await town();
    const windows = catchWindows();
    const form = await askedAt(here, 'flow="popup"');
    form.press('go');
    await until(() => windows[0]!.location.href);
    form.press('cancel');
    await form.says(`Go to ${here.host}`);
    await until(() => windows[0]!.closed);
    expect(form.root.querySelector('dialog [role=alert]')).to.equal(null);
  });

  it('R38 goes on in this tab when the window is lost', async () => {
    const here = await town();
    const windows = catchWindows();
    const form = await askedAt(here, 'flow="popup"');
    form.press('go');
    await until(() => windows[0]!.location.href);
    const left = catchLeaving();
    form.press('in-tab');
    await form.says(`Going to ${here.host}`);
    const url = new URL(await until(() => left[0]));
    expect(url.origin + url.pathname).to.equal(`${here.origin}/oauth/authorize`);
    expect(windows).to.have.length(1);
    expect(windows[0]!.closed).to.equal(true);
  });

  it('R37 leaves the page where it does not ask for a window; R43 who has second thoughts stays', async () => {
    const here = await town();
    const windows = catchWindows();
    const left = catchLeaving();
    const form = await askedAt(here, '', compose);
    form.press('go');
    await form.says(`Going to ${here.host}`);
    const { searchParams: said } = new URL(await until(() => left[0]));
    expect(said.get('code_challenge_method')).to.equal('S256');
    expect(said.get('scope')!.split(' ')).to.have.members(needed);
    expect(windows).to.have.length(0);
    let stops = 0;
    replace(window, 'stop', () => void stops++);
    form.press('cancel');
    await form.says(`Go to ${here.host}`);
    await until(() => stops === 1);
  });

  it('R43 a registration that hangs can be stopped', async () => {
    const here = await town();
    const form = await askedAt(here);
    let stops = 0;
    replace(window, 'stop', () => void stops++);
    await here.breaks({ path: '/api/v1/apps', delay: 20_000 });
    form.press('go');
    await form.says(`Going to ${here.host}`);
    form.press('cancel');
    await form.says('With it, this page can');
    expect(form.root.querySelector('dialog [role=alert]')).to.equal(null);
    // What else the page is loading goes on.
    await pause(500);
    expect(stops).to.equal(0);
    form.press('close');
    await form.closes();
  });

  it('R56 a refusal is told with what the server said, as text and at most 300 characters of it', async () => {
    const here = await town();
    const form = await askedAt(here);
    const error = `<b>Closed</b> \u202e${'for repairs '.repeat(60)}`;
    await here.breaks({ path: '/api/v1/apps', status: 403, body: { error } });
    form.press('go');
    const quote = await until(() => form.root.querySelector('dialog [role=alert] q'));
    expect(quote.children).to.have.length(0);
    expect(quote.textContent).to.contain('<b>Closed</b>');
    expect(quote.textContent.length).to.be.at.most(300);
    expect(quote.getAttribute('dir')).to.equal('auto');
    expect(focused()?.closest('[role=alert]') ?? focused()).to.equal(quote.closest('[role=alert]'));
  });

  it('R42 somebody else than expected is let in only when the reader says so', async () => {
    const here = await town();
    await cameBefore(here, 'ines');
    const windows = catchWindows();
    const form = await stageLogin('flow="popup"');
    void form.login.ask({ instance: here.origin, expected: `ines@${here.host}` });
    await form.says(`a new key to your account @ines@${here.host}`);
    form.press('go');
    await decide(here, windows[0]!, 'noor');
    await form.closes();
    await appears(form.login, `You came back as @noor@${here.host}, not as @ines@${here.host}`);
    expect(form.auth.accounts).to.have.length(1);
    const login = heard(form.auth, 'masto-login');
    byRole(form.login, 'button', `Stay as @noor@${here.host}`)[0]!.click();
    expect((await login).account).to.equal(`noor@${here.host}`);
    await until(() => !form.root.querySelector('[role=alert]'));
  });

  it('R34 a wider key takes the place of the first one', async () => {
    const here = await town();
    await cameBefore(here, 'ines', 'session', 'profile');
    const windows = catchWindows();
    const form = await stageLogin('flow="popup"');
    void form.login.ask({ instance: here.origin, extra: ['write:blocks'] });
    await form.says('One more permission');
    form.press('go');
    const asked = await decide(here, windows[0]!, 'ines');
    expect(asked.get('scope')!.split(' ')).to.have.members(['profile', 'write:blocks']);
    await form.closes();
    await until(() => (form.auth.session as HomeSession).may('write:blocks'));
    expect(form.auth.accounts).to.have.length(1);
  });
});

describe('<masto-login> after an answer that is none', () => {
  afterEach(forgetEverybody);

  it('R17 says so in its place, and starts again when that is pressed', async () => {
    const form = await stageLogin('flow="popup"');
    const keeper = await form.auth.keeper();
    await keeper.start({ masto: 'a.example', state: 'forged', code: 'x' });
    const notice = await until(() => form.root.querySelector<HTMLElement>('.notice-row'));
    await appears(form.login, 'An answer came that this page had not asked for');
    expect(notice.role).to.equal('alert');
    first(form.login, '.notice-row [value=sign-in]').focus();
    await sendKeys({ press: 'Enter' });
    await form.says('Which server');
    await sendKeys({ press: 'Escape' });
    first(form.login, '.notice-row [value=dismiss]').click();
    await until(() => !form.root.querySelector('.notice-row'));
    expect(focused()).to.equal(form.root.querySelector('.button-primary'));
  });
});
