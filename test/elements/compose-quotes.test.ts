import { expect } from '@open-wc/testing';
import { all, appears, parts, seen, until } from '../helpers.js';
import { button, choose, drafts, field, form, formOf, postsOf, press, sent, setting, write } from './composing.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

const quotes = (tag: Element) => all<HTMLSelectElement>(tag, 'select[name=quotePolicy]')[0];

describe('<masto-compose> who may quote', () => {
  it('R176 is proposed as the account has it, and posted as it is chosen', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await until(() => quotes(tag)?.value === 'public', 'the proposal');
    write(field(tag), 'Fog');
    await choose(quotes(tag)!, 'followers');
    await until(() => parts(tag, 'setting').map(seen).join().includes('Followers may quote'));
    await until(() => drafts()[0]?.['quotePolicy'] === 'followers', 'stored');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [post] = await postsOf(here);
    const { automatic } = post!['quote_approval'] as { automatic: string[] };
    expect(automatic).to.deep.equal(['followers']);
    expect(quotes(tag)!.value).to.equal('public');
  });

  it('is the account’s own rule where nobody chooses', async () => {
    const here = await town();
    const { tag } = await formOf(here, 'layla');
    await until(() => quotes(tag)?.value === 'followers', 'the account’s rule');
    write(field(tag), 'Fog');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [post] = await postsOf(here, 'layla');
    expect((post!['quote_approval'] as { automatic: string[] }).automatic).to.deep.equal(['followers']);
  });

  it('is no question where few see it, and comes back where more do', async () => {
    const { tag } = await formOf(await town());
    await until(() => quotes(tag));
    await choose(quotes(tag)!, 'nobody');
    await choose(setting(tag, 'visibility'), 'private');
    await until(() => !quotes(tag), 'no question');
    await choose(setting(tag, 'visibility'), 'unlisted');
    await until(() => quotes(tag)?.value === 'nobody', 'what was chosen');
  });

  it('is kept over a reload', async () => {
    const { box, tag } = await formOf(await town());
    await until(() => quotes(tag));
    await choose(quotes(tag)!, 'nobody');
    await until(() => drafts()[0]?.['quotePolicy'] === 'nobody', 'stored');
    box.remove();
    const again = await form();
    await until(() => quotes(again.tag)?.value === 'nobody');
  });

  it('is not asked at a server that knows no quotes', async () => {
    const here = await town();
    await here.settings({ version: '4.2' });
    const { tag } = await formOf(here);
    expect(quotes(tag)).to.equal(undefined);
    expect(await sent(here)).to.equal(0);
  });
});
