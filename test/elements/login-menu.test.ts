import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { page } from '../../src/base/page.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { appears, byRole, heard, listenToConsole, part, pause, replace, seen, until } from '../helpers.js';
import { focused, itemsOf, stageLogin, type Form } from './login-stage.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

const menu = (form: Form) => form.root.querySelector<HTMLElement>('.menu')!;
const isOpen = (form: Form) => menu(form).matches(':popover-open');
const item = (form: Form, value: string) => menu(form).querySelector<HTMLElement>(`[value="${value}"]`)!;
const me = (form: Form) => (form.auth.session as HomeSession | undefined)?.me.username;

/** A page that this person has come back to. */
async function back(here: Town, ...names: string[]): Promise<Form> {
  for (const name of names) await cameBefore(here, name);
  const form = await stageLogin();
  await until(() => form.root.querySelector('.face'));
  return form;
}

describe('<masto-login> while somebody is signed in', () => {
  afterEach(forgetEverybody);

  it('shows who: the name on a button that opens a menu', async () => {
    const form = await back(await town(), 'ines');
    const face = part(form.login, 'face');
    expect(seen(face)).to.contain('Inês');
    expect(face.getAttribute('aria-haspopup')).to.equal('menu');
    expect(face.ariaLabel).to.match(/^Inês.*, your account$/);
    expect(isOpen(form)).to.equal(false);
  });

  it('opens by keyboard; arrows, Home, End and first letters move; Escape gives the focus back', async () => {
    const here = await town();
    const form = await back(here, 'noor', 'ines');
    const face = part(form.login, 'face');
    face.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => isOpen(form) && face.ariaExpanded === 'true');
    const names = itemsOf(form);
    expect(names).to.have.length(6);
    const at = () => seen(focused()!).split('\n').join(' ');
    expect(focused()!.ariaChecked).to.equal('true');
    expect(at()).to.contain(`@ines@${here.host}`);
    await sendKeys({ press: 'End' });
    expect(at()).to.equal('Forget me on this site …');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal(menu(form).querySelector('[role=menuitemradio]'));
    await sendKeys({ press: 'ArrowUp' });
    expect(at()).to.equal('Forget me on this site …');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 's' });
    expect(at()).to.match(/^Sign out/);
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(form) && face.ariaExpanded === 'false');
    expect(focused()).to.equal(face);
  });

  it('Tab closes the menu and goes on behind the face', async () => {
    const form = await back(await town(), 'ines');
    form.login.insertAdjacentHTML('afterend', '<button id="next">Next</button>');
    part(form.login, 'face').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(form));
    await sendKeys({ press: 'Tab' });
    await until(() => !isOpen(form));
    expect((focused() as HTMLElement).id).to.equal('next');
  });

  it('R47 switches to another account, and says so', async () => {
    const here = await town();
    const form = await back(here, 'noor', 'ines');
    part(form.login, 'face').click();
    const other = await until(() => menu(form).querySelector<HTMLElement>('[aria-checked=false][value=switch]'));
    expect(seen(other)).to.contain(`@noor@${here.host}`);
    other.click();
    await until(() => me(form) === 'noor');
    await until(() => seen(part(form.login, 'face')).includes('Noor'));
    expect(form.root.querySelector('.hidden[role=status]')!.textContent).to.equal(`Signed in as @noor@${here.host}`);
    expect(isOpen(form)).to.equal(false);
    expect(focused()).to.equal(part(form.login, 'face'));
  });

  it('adds an account: the form asks for its server', async () => {
    const form = await back(await town(), 'ines');
    part(form.login, 'face').click();
    item(form, 'add').click();
    await form.says('Which server');
    expect(focused()).to.equal(form.field);
    await sendKeys({ press: 'Escape' });
    await form.closes();
    expect(focused()).to.equal(part(form.login, 'face'));
  });

  it('R22 keeps signed in, and no longer; the menu stays open', async () => {
    const form = await back(await town(), 'ines');
    part(form.login, 'face').click();
    const keep = item(form, 'keep');
    await until(() => keep.ariaDisabled !== 'true');
    expect(keep.ariaChecked).to.equal('false');
    keep.click();
    await until(() => keep.ariaChecked === 'true');
    expect(Object.keys(localStorage).some((key) => key.startsWith('masto:v1:http'))).to.equal(true);
    expect(isOpen(form)).to.equal(true);
    keep.click();
    await until(() => keep.ariaChecked === 'false');
    expect(Object.keys(localStorage).some((key) => key.startsWith('masto:v1:http'))).to.equal(false);
  });

  it('R28 R29 says in the menu that nobody can be kept here', async () => {
    replace(page, 'shared', () => true);
    const { warn } = listenToConsole();
    const form = await back(await town(), 'ines');
    part(form.login, 'face').click();
    await appears(form.login, 'Not possible here');
    item(form, 'keep').click();
    await pause(50);
    expect(item(form, 'keep').ariaChecked).to.equal('false');
    // Nothing was even tried at an origin that is shared (R29): it would be said on the console.
    expect(warn).to.deep.equal([]);
  });
});

describe('<masto-login> and the ways out', () => {
  afterEach(forgetEverybody);

  it('signs out, and the focus comes to the button that signs in', async () => {
    const form = await back(await town(), 'ines');
    part(form.login, 'face').click();
    const out = heard(form.auth, 'masto-logout');
    item(form, 'sign-out').click();
    await out;
    await until(() => focused() === form.root.querySelector('[value=sign-in]'));
    expect(form.root.querySelector('.hidden[role=status]')!.textContent).to.equal('Signed out');
  });

  it('R48 says when the server could not be told, and where to end it', async () => {
    const here = await town();
    const form = await back(here, 'ines');
    await here.breaks({ path: '/oauth/revoke', refuse: true });
    part(form.login, 'face').click();
    item(form, 'sign-out').click();
    await appears(form.login, 'the key may still be good there');
    const link = form.root.querySelector<HTMLAnchorElement>('.notice-row a')!;
    expect(link.href).to.equal(`${here.origin}/oauth/authorized_applications`);
    expect(link.rel).to.contain('noopener');
    expect(form.auth.session).to.equal(undefined);
  });

  it('R121 forgets everybody after asking: keys given back, nothing left in the browser', async () => {
    const here = await town();
    const form = await back(here, 'noor', 'ines');
    localStorage.setItem('masto:v1:draft:x', '{}');
    localStorage.setItem('of-the-page', 'stays');
    part(form.login, 'face').click();
    item(form, 'forget').click();
    await form.says('All 2 accounts are signed out');
    form.press('close');
    await form.closes();
    expect(me(form)).to.equal('ines');
    part(form.login, 'face').click();
    item(form, 'forget').click();
    await form.says('Forget you on this site?');
    form.press('forget');
    await form.says('This site has forgotten you');
    const left = Object.keys({ ...localStorage, ...sessionStorage });
    localStorage.removeItem('of-the-page');
    expect(left).to.deep.equal(['of-the-page']);
    expect((await here.asked(/oauth\/revoke/)).length).to.equal(2);
    form.press('close');
    await form.closes();
    expect(focused()).to.equal(form.root.querySelector('[value=sign-in]'));
  });

  it('R121 names the servers that could not be told', async () => {
    const here = await town();
    const form = await back(here, 'ines');
    await here.breaks({ path: '/oauth/revoke', refuse: true });
    part(form.login, 'face').click();
    item(form, 'forget').click();
    await form.says('your server takes the key back');
    form.press('forget');
    await form.says('One server could not be told');
    expect(form.dialog!.querySelector('a')!.textContent).to.contain(here.host);
    expect(form.auth.accounts).to.deep.equal([]);
  });

  it('R49 says that the server has ended it, and signs in again as the same person', async () => {
    const here = await town();
    const { token } = await cameBefore(here, 'ines');
    const form = await stageLogin('', '<masto-timeline feed="home" load="eager"></masto-timeline>');
    await until(() => form.root.querySelector('.face'));
    await here.control('DELETE', `tokens?token=${token}`);
    await (form.auth.session as HomeSession).transport.get('/api/v1/timelines/home').catch(() => undefined);
    await appears(form.login, `${here.host} has signed you out: the key to @ines@${here.host} is no longer good`);
    expect(form.root.querySelector('.face')).not.to.equal(null);
    byRole(form.login, 'button', 'Sign in again')[0]!.click();
    await form.says(`a new key to your account @ines@${here.host}`);
    expect(form.root.querySelector('[value=another]')).to.equal(null);
  });

  it('R24 the token is in nothing that is drawn', async () => {
    const here = await town();
    const { token } = await cameBefore(here, 'ines');
    const form = await stageLogin();
    await until(() => form.root.querySelector('.face'));
    part(form.login, 'face').click();
    expect(form.stage.outerHTML + form.root.innerHTML).not.to.contain(token);
  });
});
