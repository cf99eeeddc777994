import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { page } from '../../src/base/page.js';
import type { MastoLogin } from '../../src/index.js';
import { appears, byRole, first, inState, mount, pause, replace, seen, theOne, until } from '../helpers.js';
import { askedAt, focused, Form, listenToRequests, openForm, stageLogin } from './login-stage.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

describe('<masto-login> while nobody is signed in', () => {
  afterEach(forgetEverybody);

  it('R57 is a button, and asks nobody', async () => {
    const here = await town();
    const form = await stageLogin(`instance="${here.host}"`);
    await inState(form.login, 'signed-out');
    expect(theOne(form.login, 'button').textContent.trim()).to.equal('Sign in with Mastodon');
    await pause(50);
    expect(await here.asked(/./)).to.deep.equal([]);
    expect({ ...sessionStorage, ...localStorage }).to.deep.equal({});
    expect(form.dialog).to.equal(null);
  });

  it('takes the words on the button from the page', async () => {
    const form = await stageLogin('', '<span slot="label">Come in</span>');
    expect(seen(form.login)).to.equal('Come in');
  });

  it('belongs to the page’s first <masto-auth> when it stands outside any', async () => {
    const stage = mount('<masto-login></masto-login><masto-auth></masto-auth>');
    const login = stage.querySelector('masto-login')!;
    await until(() => byRole(login, 'button').length);
    byRole(login, 'button')[0]!.click();
    const form = new Form(stage, login);
    await form.says('Which server is your account on?');
  });

  it('says to readers and shows their way on when the page has no <masto-auth>, and comes round when it gets one', async () => {
    const stage = mount('<masto-login><a href="https://a.example/">Sign in at a.example</a></masto-login>');
    const login = stage.querySelector('masto-login')!;
    await appears(login, 'Nobody can sign in here yet.');
    await appears(login, 'Sign in at a.example');
    stage.append(document.createElement('masto-auth'));
    await appears(login, 'Sign in with Mastodon');
    expect(seen(login)).not.to.contain('a.example');
  });

  it('speaks the language of the page', async () => {
    const form = await openForm('', '', 'lang="de"');
    expect(form.root.querySelector('[value=sign-in]')!.textContent.trim()).to.equal('Mit Mastodon anmelden');
    await form.says('Auf welchem Server ist dein Konto?');
  });

  it('shows the form alone with `dialog`, and opens it when it is asked', async () => {
    const stage = mount('<masto-auth></masto-auth><masto-login dialog></masto-login>');
    const login = stage.querySelector<MastoLogin>('masto-login')!;
    await pause(50);
    expect(seen(login)).to.equal('');
    const closed = login.ask({});
    const form = new Form(stage, login);
    await form.says('Which server is your account on?');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(form.dialog).to.equal(null);
  });

  it('is what <masto-auth> opens, its own or the page’s', async () => {
    const form = await stageLogin();
    void form.auth.login();
    await form.says('Which server');
    const stage = mount('<masto-auth id="alone"></masto-auth>');
    const auth = stage.querySelector('masto-auth')!;
    form.stage.remove();
    void auth.login();
    const own = await until(() => auth.shadowRoot!.querySelector<MastoLogin>('masto-login'));
    await new Form(stage, own).says('Which server');
  });
});

describe('<masto-login> asks which server', () => {
  it('R8 and asks nobody while somebody types', async () => {
    const here = await town();
    const form = await openForm();
    const asked = listenToRequests();
    await sendKeys({ type: '@ines@harbour.social' });
    expect(form.field.value).to.equal('@ines@harbour.social');
    await pause(300);
    expect(asked).to.deep.equal([]);
    expect(await here.asked(/./)).to.deep.equal([]);
    form.field.value = `@ines@${here.host}`;
    await sendKeys({ press: 'Enter' });
    await form.says(`Go to ${here.host}`);
  });

  it('with the focus in the field; Escape closes, and the focus is back at the button', async () => {
    const form = await stageLogin();
    const button = first(form.login, '[value=sign-in]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await form.says('Which server');
    expect(focused()).to.equal(form.field);
    await sendKeys({ press: 'Escape' });
    await form.closes();
    expect(focused()).to.equal(button);
  });

  it('and keeps the focus inside; the sign closes as well', async () => {
    const form = await openForm();
    const names: (string | null | undefined)[] = [];
    for (let press = 0; press < 4; press++) {
      await sendKeys({ press: 'Tab' });
      names.push(focused()?.getAttribute('aria-label') ?? focused()?.textContent?.trim());
    }
    expect(names.slice(0, 2)).to.deep.equal(['Continue', 'I have no account']);
    form.press('close');
    await form.closes();
  });

  it('wants something to be written, and says so at the field', async () => {
    const form = await openForm();
    await form.name('   ');
    await form.says('Write the name of your server');
    expect(form.field.getAttribute('aria-invalid')).to.equal('true');
    expect(form.root.querySelector(`#${form.field.getAttribute('aria-describedby')}`)!.role).to.equal('alert');
  });

  it('R8 not where the page has fixed the server: that one is looked for at once', async () => {
    const here = await town();
    const form = await openForm(`instance="${here.host}"`);
    await form.says(`Go to ${here.host}`);
    expect(form.field).to.equal(null);
    expect(form.text).not.to.contain('Another server');
  });

  it('again after “Another server”, and none of the first one is left', async () => {
    const form = await askedAt(await town());
    form.press('another');
    await form.says('Which server');
    expect(form.field.value).to.equal('');
    expect(focused()).to.equal(form.field);
  });

  for (const [what, door, words] of [
    ['R40 a page without an origin', 'opaque', 'Servers refuse what such a page sends (error 422)'],
    ['R15 a page that came over http', 'secure', 'insecure connection (http)'],
  ] as const)
    it(`${what}: why nobody can sign in there, before anybody is asked`, async () => {
      replace(page, door, () => door === 'opaque');
      const here = await town();
      const form = await openForm(`instance="${here.host}"`);
      await form.says(words);
      expect(form.dialog!.querySelector('h2')!.textContent).to.equal('Nobody can sign in on this page');
      expect(form.root.querySelector('[value=go]')).to.equal(null);
      expect(await here.asked(/./)).to.deep.equal([]);
    });
});
