import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, focused, mount, pause, seen, until } from '../helpers.js';
import { field, form, formOf, press, sendByKeys, sent, write } from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/completion/completion.js');
  await import('../../src/elements/emoji-picker/find.js');
});

const options = (tag: Element) => all(tag, '[role=option]');
const shown = (tag: Element) => options(tag).map((option) => seen(option).replaceAll('\n', ' '));
const current = (tag: Element) => options(tag).findIndex(({ ariaSelected }) => ariaSelected === 'true');
const listbox = (tag: Element) => all(tag, '[role=listbox]')[0];
/** Letter by letter: WebKit's driver swallows some of those that come twice in what it is told to type at once. */
async function type(text: string): Promise<void> {
  for (const letter of text) await sendKeys({ type: letter });
}
const key = (press: string) => sendKeys({ press });
const searches = (here: Town) => here.asks(/search/);

/** Waits until the first of what is proposed says this. */
const proposes = (tag: Element, text: string | RegExp) =>
  until(
    () => {
      const [first = ''] = shown(tag);
      if (typeof text === 'string' ? first.includes(text) : text.test(first)) return true;
      throw new Error(`Shown: ${shown(tag).join(' | ')}`);
    },
    `the proposal ${String(text)}`,
  );

/** A form with the caret in it. */
async function writing(here: Town, text = '', attributes = '', style?: string) {
  const made = await formOf(here, 'noor', attributes, style);
  const box = field(made.tag);
  box.focus();
  if (text) write(box, text);
  return { ...made, box };
}

describe('<masto-compose> completion', () => {
  it('proposes people by name, address and picture, and puts in the chosen one', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await type('Dear @in');
    await proposes(tag, 'Inês');
    expect(all(options(tag)[0]!, '[part~=avatar] img')).to.have.length(1);
    expect(shown(tag)[0]).to.include(`@ines@${here.host}`);
    expect(current(tag)).to.equal(0);
    expect(focused()).to.equal(box);
    await key('Enter');
    await until(() => box.value === 'Dear @ines ');
    expect(box.selectionStart).to.equal(box.value.length);
    await until(() => !listbox(tag));
    await type('hello');
    expect(box.value).to.equal('Dear @ines hello');
  });

  it('asks the reader’s own server once the letters stop, and not twice the same', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await type('@ine');
    await proposes(tag, 'Inês');
    const asked = await searches(here);
    expect(asked.length).to.be.lessThan(3);
    expect(asked.at(-1)).to.include('q=ine&type=accounts').and.to.include('resolve=false');
    const before = asked.length;
    await type('s');
    await until(async () => (await searches(here)).length > before, 'the next question');
    await key('Backspace');
    await until(() => box.value === '@ine' && shown(tag).length);
    await pause(300);
    expect((await searches(here)).filter((each) => each.includes('q=ine&'))).to.have.length(1);
  });

  it('one letter asks nobody; whom the page knows is proposed at once, from wherever it knows them', async () => {
    const here = await town();
    await cameBefore(here, 'noor');
    const feed = `<masto-timeline instance="${here.peer.origin}" feed="local"></masto-timeline>`;
    const stage = mount(`<masto-auth></masto-auth>${feed}`);
    await until(() => seen(stage).includes('@desmond'), 'posts of another server');
    const { tag } = await form();
    await here.forget();
    field(tag).focus();
    await type('@');
    await until(() => options(tag).length === 4, 'people of the page');
    await type('d');
    await proposes(tag, `@desmond@${here.peer.host}`);
    await pause(300);
    expect(await searches(here)).to.deep.equal([]);
    await key('Tab');
    await until(() => field(tag).value === `@desmond@${here.peer.host} `);
    expect(focused()).to.equal(field(tag));
  });

  it('hashtags come with how much they are used, and keep the reader’s own spelling', async () => {
    const here = await town();
    for (const text of ['#loomlife a', '#loomlife b', '#loomlifeBerlin c']) await here.post('ines', { status: text });
    const { tag, box } = await writing(here);
    await type('#LoomL');
    await proposes(tag, '#LoomLife');
    expect(shown(tag)[0]).to.equal('#LoomLife 2 posts this week');
    await key('Enter');
    await until(() => box.value === '#LoomLife ');
  });

  it('what is written in full already is left alone', async () => {
    const here = await town();
    await here.post('ines', { status: '#zwirn' });
    const { tag, box } = await writing(here);
    await type('#zwir');
    await proposes(tag, '#zwirn');
    await type('n');
    await until(() => !listbox(tag), 'nothing to propose');
    await pause(300);
    expect(listbox(tag)).to.equal(undefined);
    await key('Enter');
    await until(() => box.value === '#zwirn\n');
  });

  it('R207 asks for the server’s emoji at the first word that may be one, and proposes them with those of Unicode', async () => {
    const here = await town();
    const [custom] = await here.get<{ shortcode: string }[]>('/api/v1/custom_emojis');
    const { tag, box } = await writing(here);
    await type('Fog :D 12:30 http://a.b/:aa ');
    await pause(200);
    expect(await here.asked(/v1\/custom_emojis/)).to.deep.equal([]);
    expect(listbox(tag)).to.equal(undefined);
    await type(`:${custom!.shortcode.slice(0, 4)}`);
    await until(() => shown(tag).includes(`:${custom!.shortcode}:`), 'the server’s own');
    const at = shown(tag).indexOf(`:${custom!.shortcode}:`);
    expect(all(options(tag)[at]!, 'img')).to.have.length(1);
    for (let n = 0; n < at; n++) await key('ArrowDown');
    await until(() => current(tag) === at);
    await key('Enter');
    await until(() => box.value.endsWith(` :${custom!.shortcode}: `));
    await type(':cat fac');
    await pause(200);
    expect(box.value.endsWith(':cat fac')).to.equal(true);
    await type(' :tea');
    await until(() => shown(tag).some((each) => /tea/i.test(each)));
    await key('Enter');
    await until(() => /\p{Extended_Pictographic}.? $/u.test(box.value) || box.value.endsWith(': '));
    expect((await here.asked(/v1\/custom_emojis/)).length).to.equal(1);
  });

  it('the arrows lead round, Escape closes it for this word, and the keys are the text’s again', async () => {
    const here = await town();
    const { tag, box } = await writing(here, 'one\ntwo ');
    await type('@ko');
    await until(() => options(tag).length > 1, 'several');
    const { length } = options(tag);
    await key('ArrowUp');
    await until(() => current(tag) === length - 1);
    await key('ArrowDown');
    await until(() => current(tag) === 0);
    expect(box.getAttribute('aria-activedescendant')).to.equal(options(tag)[0]!.id);
    expect(box.getAttribute('aria-controls')).to.equal(listbox(tag)!.id);
    await until(() => all(tag, '[role=status]').some((status) => seen(status).includes(`${length} suggestions`)));
    await key('Escape');
    await until(() => !listbox(tag));
    expect(box.hasAttribute('aria-activedescendant')).to.equal(false);
    await type('f');
    await pause(300);
    expect(listbox(tag)).to.equal(undefined);
    await key('Enter');
    await until(() => box.value === 'one\ntwo @kof\n');
    await type('@ko');
    await until(() => options(tag).length, 'another word');
  });

  it('Enter never posts; Ctrl+Enter does, open or not', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await type('Fog @ine');
    await proposes(tag, 'Inês');
    await key('Enter');
    await until(() => box.value === 'Fog @ines ');
    expect(await sent(here)).to.equal(0);
    await type('@od');
    await until(() => options(tag).length);
    await sendByKeys();
    await until(async () => (await sent(here)) === 1, 'it was posted');
    await until(() => !listbox(tag));
  });

  it('R183 while an input method has hold of the word, its keys are the method’s', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await type('@ine');
    await proposes(tag, 'Inês');
    for (const method of [{ isComposing: true }, { keyCode: 229 }])
      for (const name of ['Enter', 'ArrowDown', 'Escape', 'Tab']) {
        const event = new KeyboardEvent('keydown', {
          key: name,
          bubbles: true,
          composed: true,
          cancelable: true,
          ...method,
        });
        box.dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(false);
      }
    await pause(50);
    expect(box.value).to.equal('@ine');
    expect(current(tag)).to.equal(0);
    expect(options(tag).length).to.be.greaterThan(0);
  });

  it('a click chooses, and what follows the caret within the word goes with it', async () => {
    const here = await town();
    const { tag, box } = await writing(here, 'Hi  and @toomas, bye');
    box.setSelectionRange(3, 3);
    await type('@ine');
    await proposes(tag, 'Inês');
    await press(options(tag)[0]!);
    await until(() => box.value === 'Hi @ines and @toomas, bye');
    expect(box.selectionStart).to.equal(9);
    expect(focused()).to.equal(box);
    box.setSelectionRange(16, 16); // @to|omas
    await sendKeys({ press: 'Delete' });
    await proposes(tag, 'Tomás');
    await key('Enter');
    await until(() => box.value === 'Hi @ines and @tomas , bye');
    box.focus();
    for (let n = 0; n < 2; n++) document.execCommand('undo');
    await until(() => box.value === 'Hi @ines and @toomas, bye', 'taken back');
    await pause(200);
    expect(listbox(tag)).to.equal(undefined);
  });

  it('e-mail addresses, URLs, and what is pasted do not open it', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    for (const text of [
      'me@ine ',
      'https://a.example/@ine ',
      'https://a.example/x?#loo ',
      'a.b@ine ',
      '&#loo ',
      '5:ines ',
    ]) {
      await type(text.trimEnd());
      await pause(220);
      expect(shown(tag)).to.deep.equal([]);
      await type(' ');
    }
    expect(await searches(here)).to.deep.equal([]);
    // As a browser tells of a paste.
    await type('@');
    await key('Backspace');
    box.setRangeText(`@ines@${here.host}`, box.value.length, box.value.length, 'end');
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
    await pause(300);
    expect(listbox(tag)).to.equal(undefined);
    expect(await searches(here)).to.deep.equal([]);
  });

  it('goes when the caret or the focus goes elsewhere, and when nothing fits', async () => {
    const here = await town();
    const { tag, box } = await writing(here, 'Fog ');
    await type('@ine');
    await proposes(tag, 'Inês');
    await key('Home');
    await until(() => !listbox(tag), 'closed by the caret');
    await key('End');
    await type('s');
    await until(() => box.value === 'Fog @ines' && options(tag).length === 0);
    await key('Backspace');
    await proposes(tag, 'Inês');
    await type('xq');
    await until(() => !listbox(tag), 'nothing fits');
    await key('Backspace');
    await key('Backspace');
    await proposes(tag, 'Inês');
    box.blur();
    await until(() => !listbox(tag), 'closed with the focus');
  });

  it('without leave to search it knows whom the page knows, and asks nothing', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'session', 'profile write:statuses');
    const { tag } = await form();
    await here.forget();
    field(tag).focus();
    await type('@ines #fog');
    await pause(400);
    expect(await searches(here)).to.deep.equal([]);
  });

  it('a failure is told to the page, and is no alarm for whoever writes', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await here.breaks({ path: '/api/v2/search', status: 404 });
    const errors: string[] = [];
    tag.addEventListener('masto-error', ({ error }) => errors.push(error.name));
    await type('@ine');
    await until(() => errors.length === 1, 'it is told');
    expect(
      all(tag, '[role=alert]')
        .map((alert) => seen(alert))
        .join(''),
    ).to.equal('');
    expect(box.value).to.equal('@ine');
    expect(listbox(tag)).to.equal(undefined);
    await here.heals();
    await type('s');
    await key('Backspace');
    await proposes(tag, 'Inês');
  });

  it('R184 stands at the end of a hundred thousand characters as well, and splits no sign', async () => {
    const here = await town();
    const { tag, box } = await writing(here);
    await type('@');
    await key('Backspace');
    const long = `${'fog and 👨‍👩‍👧 '.repeat(7000)}👨‍👩‍👧`;
    box.setRangeText(long, 0, 0, 'end');
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
    await type('@ine');
    await proposes(tag, 'Inês');
    const { bottom, right } = listbox(tag)!.getBoundingClientRect();
    expect(bottom).to.be.at.most(innerHeight);
    expect(right).to.be.at.most(innerWidth);
    await key('Enter');
    await until(() => box.value === `${long}@ines `);
    expect(box.value.isWellFormed()).to.equal(true);
  });

  for (const style of ['inline-size: 320px', 'inline-size: 320px; direction: rtl', 'inline-size: 600px'])
    it(`stands at the word: ${style}`, async () => {
      const { box: stage, tag, box } = await writing(await town(), `${'word '.repeat(30)}\n\nHello `, '', style);
      await type('@ine');
      await proposes(tag, 'Inês');
      await pause(250);
      const { left, right, top, bottom } = listbox(tag)!.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
      const frame = box.getBoundingClientRect();
      // The word is in the last line: the list is near the box's lower end, under or above it.
      const distance = Math.min(Math.abs(top - frame.bottom), Math.abs(bottom - frame.bottom));
      expect(distance).to.be.lessThan(70);
      expect(stage.scrollWidth).to.be.at.most(stage.clientWidth + 1);
    });
});
