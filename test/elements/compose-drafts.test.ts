import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, appears, mount, pause, replace, until } from '../helpers.js';
import {
  button,
  choose,
  drafts,
  field,
  form,
  formOf,
  postsOf,
  press,
  sent,
  setting,
  warningOf,
  write,
} from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

/** The page is left, and come back to. */
const reload = async ({ box }: { box: HTMLElement }, attributes = '') => {
  box.remove();
  return form(attributes);
};
const stored = () => until(() => drafts()[0]?.['text'], 'a stored draft');

describe('<masto-compose> drafts', () => {
  it('R163 R113 nothing is stored before something is written; half a second later it is', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await press(field(tag));
    await pause(600);
    expect(drafts()).to.deep.equal([]);
    await sendKeys({ type: 'Fog' });
    await pause(500);
    expect(drafts()[0]!['text']).to.equal('Fog');
    expect(localStorage).to.have.length(0);
  });

  it('R163 it is there again after a reload, with content warning, audience and language', async () => {
    const here = await town();
    const before = await formOf(here);
    await press(button(before.tag, 'Add a content warning'));
    write(warningOf(before.tag)!, 'weather');
    write(field(before.tag), 'Fog 👩‍👩‍👧\n\nagain');
    await choose(setting(before.tag, 'visibility'), 'private');
    await choose(setting(before.tag, 'language'), 'de');
    const { tag } = await reload(before);
    await until(() => field(tag).value === 'Fog 👩‍👩‍👧\n\nagain');
    expect(warningOf(tag)!.value).to.equal('weather');
    expect(setting(tag, 'visibility').value).to.equal('private');
    expect(setting(tag, 'language').value).to.equal('de');
    expect(await sent(here)).to.equal(0);
  });

  for (const [what, leave] of Object.entries({
    'is left': () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
    'goes into the background': () => document.dispatchEvent(new Event('visibilitychange')),
  }))
    it(`R163 it is stored at once when the page ${what}`, async () => {
      const { tag } = await formOf(await town());
      write(field(tag), 'In haste');
      expect(drafts()).to.deep.equal([]);
      leave();
      expect(drafts()[0]!['text']).to.equal('In haste');
    });

  it('R163 somebody else’s words in its place are no draft', async () => {
    const here = await town();
    const before = await formOf(here);
    write(field(before.tag), 'x');
    await stored();
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('masto:v1:draft:'))!;
    for (const broken of ['{', 'null', '{"v":1,"at":1,"text":7}']) {
      sessionStorage.setItem(key, broken);
      const again = await reload(before);
      expect(field(again.tag).value).to.equal('');
      write(field(again.tag), 'y');
      await until(() => drafts()[0]?.['text'] === 'y');
      again.box.remove();
    }
  });

  it('R163 it goes when it is posted, not when it is refused, and when nothing is left of it', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'Twice');
    await here.breaks({ method: 'POST', status: 422, body: { error: 'No' }, times: 1 });
    await press(button(tag, 'Post'));
    await appears(tag, 'did not take it');
    expect(drafts()[0]!['text']).to.equal('Twice');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(drafts()).to.deep.equal([]);
    write(field(tag), 'z');
    await stored();
    await sendKeys({ press: 'Backspace' });
    await until(() => !drafts().length);
  });

  it('R163 each form of a page, and each answer, has its own', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Answer me' });
    await cameBefore(here, 'noor');
    const markup = `<masto-auth></masto-auth><masto-compose></masto-compose>
      <masto-compose in-reply-to="${post.url}"></masto-compose><masto-compose></masto-compose>`;
    const one = mount(markup);
    const fields = (box: HTMLElement) => all(box, 'masto-compose').map(field);
    await until(() => fields(one).length === 3 && fields(one)[1]!.value === '@ines ');
    fields(one).forEach((each, at) => write(each, `Text ${at}`));
    one.remove();
    const two = mount(markup);
    await until(() => fields(two).every((each) => each?.value.includes('Text')));
    expect(fields(two).map(({ value }) => value)).to.deep.equal(['Text 0', '@ines Text 1', 'Text 2']);
  });

  it('R210 a form that is moved stays the one it is', async () => {
    const { tag, box } = await formOf(await town());
    write(field(tag), 'Move me');
    const other = document.createElement('masto-compose');
    box.prepend(other);
    box.prepend(tag);
    box.append(tag);
    await until(() => field(other));
    expect(field(tag).value).to.equal('Move me');
    await pause(400);
    expect(field(tag).value).to.equal('Move me');
    expect(field(other).value).to.equal('');
  });

  it('R163 what was written before signing in is there afterwards, and is not posted by itself', async () => {
    const here = await town();
    const before = await form();
    write(field(before.tag), 'Before I signed in');
    await choose(setting(before.tag, 'visibility'), 'private');
    before.box.remove();
    await cameBefore(here, 'noor');
    const { tag } = await form();
    await until(() => field(tag).value === 'Before I signed in');
    await pause(200);
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!['visibility']).to.equal('private');
    expect(drafts()).to.deep.equal([]);
  });

  it('R163 what was written before signing in an answer addresses whom it answers', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Answer me' });
    const before = await form(`in-reply-to="${post.url}"`);
    write(field(before.tag), 'Well said');
    before.box.remove();
    await cameBefore(here, 'noor');
    const { tag, box } = await form(`in-reply-to="${post.url}"`);
    await until(() => field(tag).value === '@ines Well said');
    // Once: whoever takes the name out means it.
    field(tag).value = 'Well said';
    field(tag).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const again = await reload({ box }, `in-reply-to="${post.url}"`);
    await until(() => field(again.tag).value === 'Well said');
    await appears(again.tag, 'Reply to');
    await pause(200);
    expect(field(again.tag).value).to.equal('Well said');
  });

  it('R163 who signs out leaves nothing in the form; who comes back finds it', async () => {
    const here = await town();
    const saved = await cameBefore(here, 'noor');
    const { tag, box } = await form();
    const auth = box.querySelector('masto-auth')!;
    write(field(tag), 'Noor’s words');
    await auth.logout();
    await until(() => tag.matches(':state(signed-out)'));
    await until(() => field(tag).value === '');
    write(field(tag), 'Nobody’s');
    box.remove();
    expect(drafts()).to.have.length(2);
    await cameBefore(here, 'odd');
    const odd = await form();
    await until(() => field(odd.tag).value === 'Nobody’s');
    expect(drafts().map(({ text }) => text)).to.include('Noor’s words');
    odd.box.remove();
    forgetOnly('odd');
    expect(saved.acct).to.match(/^noor@/);
    await cameBefore(here, 'noor');
    const noor = await form();
    await until(() => field(noor.tag).value === 'Noor’s words');
  });

  it('R163 of an account that is kept on the device, the draft is kept there, too', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'local');
    const before = await form();
    await until(() => before.tag.matches(':not(:state(signed-out))'));
    write(field(before.tag), 'For tomorrow');
    await until(() => drafts(localStorage)[0]?.['text'] === 'For tomorrow');
    expect(drafts(sessionStorage)).to.deep.equal([]);
    sessionStorage.clear();
    const { tag } = await reload(before);
    await until(() => field(tag).value === 'For tomorrow');
  });

  it('R163 R211 lives as long as the page where nothing can be stored', async () => {
    const here = await town();
    const before = await formOf(here);
    replace(Storage.prototype, 'setItem', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    write(field(before.tag), 'Only here');
    await pause(400);
    const { tag } = await reload(before);
    await until(() => field(tag).value === 'Only here');
  });
});

/** Signs somebody out of this browser without a word to anybody. */
function forgetOnly(person: string): void {
  for (const key of Object.keys(sessionStorage))
    if (/^masto:v1:http/.test(key) && sessionStorage.getItem(key)!.includes(`"acct":"${person}@`))
      sessionStorage.removeItem(key);
}
