import { expect } from '@open-wc/testing';
import { words } from '../../src/i18n/sign-in.en.js';
import { pause, until } from '../helpers.js';
import { focused, listenToRequests, openForm } from './login-stage.js';
import { forgetEverybody } from './signed-in.js';
import { town, type Fault } from './town.js';

describe('<masto-login> and a server that cannot be found', () => {
  afterEach(forgetEverybody);

  const wrong: readonly (readonly [what: string, written: string, says: string])[] = [
    ['two words', 'my server', '“my server” cannot be a server'],
    ['a person without a server', '@ines', '“@ines” cannot be a server'],
    ['an address of this network', 'https://192.168.1.1/', 'cannot be a server'],
    ['a password in it', 'https://ines:secret@a.example', 'cannot be a server'],
  ];
  for (const [what, written, says] of wrong)
    it(`R1 ${what}: says that it is none, keeps what was written, and asks nobody`, async () => {
      const form = await openForm();
      await form.name(written);
      await form.says(says);
      expect(form.field.value).to.equal(written);
      expect(form.field.getAttribute('aria-invalid')).to.equal('true');
      expect(focused()).to.equal(form.field);
    });

  const answers: readonly (readonly [what: string, fault: Fault, says: string])[] = [
    ['R6 no answer that can be read', { refuse: true }, 'cannot be reached'],
    ['R6 a page instead of JSON', { html: true }, 'does not offer the Mastodon interface'],
    ['R6 nothing there', { status: 404 }, 'does not offer the Mastodon interface'],
    ['R123 too many questions', { status: 429 }, 'too many sign-ins from your network'],
    ['R137 a server in trouble', { status: 503 }, 'has a problem of its own: error 503'],
  ];
  for (const [what, fault, says] of answers)
    it(`${what}: a sentence of its own`, async () => {
      const here = await town();
      await here.breaks(fault);
      const form = await openForm();
      await form.name(here.host);
      await form.says(says, 15_000);
      expect(form.text).to.contain(here.host);
      expect(focused()).to.equal(form.field);
      await here.heals();
      form.root.querySelector<HTMLElement>('[type=submit]')!.click();
      await form.says(`Go to ${here.host}`);
    }).timeout(20_000);

  it('R6 silence and a foreign answer are worded differently, and so is every other failure', () => {
    const sentences = Object.entries(words)
      .filter(([term]) => /^[a-z]+(-[a-z]+)*$/.test(term))
      .map(([, word]) => JSON.stringify(word));
    const same = sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at);
    // Two failures of a page's author that no form can meet share one.
    expect(same).to.deep.equal([JSON.stringify(words['no-instance'])]);
  });

  it('asks “Did you mean …?”, and looks for that only when it is pressed', async () => {
    const form = await openForm();
    await form.name('fosstodon');
    await form.says('Did you mean fosstodon.org?');
    const suggestion = form.root.querySelector<HTMLElement>('[value=meant]')!;
    expect(suggestion.localName).to.equal('button');
    const asked = listenToRequests(() => Promise.reject(new TypeError('Failed to fetch')));
    await pause(50);
    expect(asked).to.deep.equal([]);
    suggestion.click();
    await form.says('fosstodon.org cannot be reached');
    expect(asked[0]).to.match(/^https:\/\/fosstodon\.org\//);
  });

  it('R43 can be told to stop, and a late answer is nobody’s', async () => {
    const here = await town();
    await here.breaks({ delay: 1500 });
    const form = await openForm();
    await form.name(here.host);
    await form.says(`Looking for ${here.host}`);
    expect(focused()).to.equal(form.dialog!.querySelector('h2'));
    form.press('cancel');
    await form.says('Which server');
    expect(form.field.value).to.equal(here.host);
    expect(form.text).not.to.contain('cannot be reached');
    await pause(1800);
    expect(form.text).to.contain('Which server');
  });

  it('R43 where the page has fixed the server: the reason, “Try again”, and no field', async () => {
    const here = await town();
    await here.breaks({ status: 500 });
    const form = await openForm(`instance="${here.host}"`);
    await form.says('has a problem of its own', 15_000);
    expect(form.field).to.equal(null);
    expect(form.root.querySelector('dialog [role=alert]')).not.to.equal(null);
    await here.heals();
    form.press('retry');
    await form.says(`Go to ${here.host}`);
  }).timeout(20_000);

  it('R56 what somebody wrote runs its own way', async () => {
    const form = await openForm();
    await form.name('مثال عربي');
    await form.says('cannot be a server');
    const bdi = await until(() => form.root.querySelector('#error bdi'));
    expect(bdi.textContent).to.contain('مثال');
  });
});
