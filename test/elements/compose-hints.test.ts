import { expect } from '@open-wc/testing';
import { all, focused, pause, seen, until } from '../helpers.js';
import { button, choose, field, formOf, postsOf, press, setting, warningOf, write } from './composing.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

const hints = (tag: Element) => all(tag, '.hints').map(seen).join(' ');
const german = 'Das ist ein kurzer Text, und ich habe ihn nicht auf Englisch geschrieben. ';

describe('<masto-compose> hints', () => {
  it('R179 the language that a text is in is offered, and set by a press alone', async () => {
    const here = await town();
    const { tag } = await formOf(here, 'noor', 'language="en"');
    write(field(tag), german);
    await until(() => hints(tag).includes('This looks like German.'));
    expect(setting(tag, 'language').value).to.equal('en');
    await press(button(tag, 'Set the language to German'));
    expect(setting(tag, 'language').value).to.equal('de');
    expect(focused()).to.equal(field(tag));
    await until(() => hints(tag) === '');
    await press(button(tag, 'Post'));
    await until(async () => (await postsOf(here))[0]?.['language'] === 'de');
  });

  it('R179 nothing is offered for the language that is set, nor to whoever has chosen one', async () => {
    const { tag } = await formOf(await town(), 'noor', 'language="de"');
    write(field(tag), german);
    await until(() => all(tag, '.hints').length);
    await pause(1000);
    expect(hints(tag)).to.equal('');
    await choose(setting(tag, 'language'), 'fr');
    await pause(100);
    expect(hints(tag)).to.equal('');
  });

  it('R176 whoever will not see it is named: nobody at the reader’s server is called that', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'Look at this @ines and @nobodyatall and @far@hills.example ');
    await until(() => hints(tag).includes(`Nobody on ${here.host} is called @nobodyatall`));
    expect(hints(tag)).not.to.contain('@ines');
    expect(hints(tag)).not.to.contain('@far');
    const asked = (await here.asks(/lookup/)).length;
    write(field(tag), 'and so on, ');
    await pause(1000);
    expect((await here.asks(/lookup/)).length).to.equal(asked);
  });

  it('R176 a name in the content warning reaches nobody', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await press(button(tag, 'Add a content warning'));
    write(warningOf(tag)!, 'for @ines');
    await until(() => hints(tag).includes('Name them in the text.'));
  });

  it('a server that does not say who lives there leaves nobody missed', async () => {
    const here = await town();
    await here.breaks({ path: '/api/v1/accounts/lookup', status: 401, body: { error: 'x' } });
    const { tag } = await formOf(here);
    write(field(tag), 'Look at this @nobodyatall, and tell me ');
    await until(() => all(tag, '.hints').length);
    await pause(1200);
    expect(hints(tag)).to.equal('');
  });
});
