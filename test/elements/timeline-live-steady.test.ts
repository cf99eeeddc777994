import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, buttonsOf, byRole, focused, part, pause, posts, seen, theOne, until } from '../helpers.js';
import { field, press, write } from './composing.js';
import { firstSeen, isLive, keysOf, livePage, livePageAt, pillsOf, scrollPast, topOf, withText } from './live-page.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo({ top: 0, behavior: 'instant' }));

describe('<masto-timeline live> nothing moves under the reader’s eyes', () => {
  it('R161 an edit while reading: the place, the focus and the opened warning stay', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Eight legs', spoiler_text: 'A spider' });
    for (let n = 0; n < 4; n++) await here.post('ines', { status: `Above ${n}\n\n\nand below` });
    const { tag } = await livePageAt(here, 'feed="home" limit="10"');
    await isLive(tag);
    const warned = withText(tag, 'A spider')!;
    warned.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: -100, behavior: 'instant' });
    buttonsOf(warned)[0]!.click();
    await appears(warned, 'Eight legs');
    const below = posts(tag)[posts(tag).indexOf(warned) + 1]!;
    const link = part(warned, 'time');
    link.focus({ preventScroll: true });
    await pause(200);
    const tops = [topOf(warned), topOf(part(warned, 'content')), topOf(below)];
    await here.edit(post.id, { status: 'Six legs', spoiler_text: 'A spider' });
    await appears(warned, 'Six legs');
    await pause(200);
    const now = [topOf(warned), topOf(part(warned, 'content')), topOf(below)];
    for (const [at, top] of tops.entries()) expect(now[at], `${at}`).to.be.closeTo(top, 1);
    expect(focused()).to.equal(link);
    expect(seen(warned)).to.contain('Six legs');
  });

  it('R161 a half-written answer at the top: nothing comes in above it', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    const post = posts(tag)[0]!;
    await press(await until(() => byRole(post, 'button', /^Reply/)[0]));
    await until(() => field(post) && focused() === field(post), 'the form');
    write(field(post), 'Half a sen');
    await pause(200);
    const top = topOf(field(post));
    await here.post('ines', { status: 'Meanwhile' });
    await until(() => pillsOf(tag).join() === '1 new post');
    expect(topOf(field(post))).to.be.closeTo(top, 1);
    expect(focused()).to.equal(field(post));
    expect(field(post).value).to.contain('Half a sen');
    expect(seen(tag)).to.not.contain('Meanwhile');
    theOne(tag, 'button', '1 new post').click();
    await appears(tag, 'Meanwhile');
    expect(field(post).value).to.contain('Half a sen');
  });

  it('R161 a warning that was opened at the top stays where it is', async () => {
    const here = await town();
    await here.post('ines', { status: 'Eight legs', spoiler_text: 'A spider' });
    const { tag } = await livePageAt(here, 'feed="home" limit="10"');
    await isLive(tag);
    const warned = posts(tag)[0]!;
    await press(buttonsOf(warned)[0]!);
    await appears(warned, 'Eight legs');
    const top = topOf(warned);
    await here.post('ines', { status: 'Meanwhile' });
    await until(() => pillsOf(tag).join() === '1 new post');
    expect(topOf(warned)).to.be.closeTo(top, 1);
  });

  it('R161 what is selected stays selected', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    const post = posts(tag)[0]!;
    await press(part(post, 'content'), 2);
    const text = String(getSelection());
    await here.post('ines', { status: 'Meanwhile' });
    await until(() => pillsOf(tag).length);
    expect(String(getSelection())).to.equal(text);
    getSelection()!.removeAllRanges();
  });

  it('what the reader themselves writes elsewhere on the page comes in on top, and their place stays', async () => {
    const { here, box, auth, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 600);
    const post = await firstSeen(tag);
    const top = topOf(post);
    const { MastoPostEvent } = await import('../../src/index.js');
    const own = await here.post('noor', { status: 'From the form' });
    (auth.session as { harvest(json: unknown): unknown }).harvest([own]);
    box.dispatchEvent(new MastoPostEvent(own.url, own.uri));
    await until(() => keysOf(tag)[0] === own.uri);
    await pause(500);
    expect(topOf(post)).to.be.closeTo(top, 2);
    expect(keysOf(tag).filter((key) => key === own.uri)).to.have.length(1);
  });

  it('R159 what is told three times stands there once', async () => {
    const here = await town();
    await here.control('POST', 'faults', { path: '/api/v1/streaming*', stream: { replay: 2 } });
    const { tag } = await livePageAt(here, 'feed="home" limit="10"');
    await isLive(tag);
    const { uri } = await here.post('ines', { status: 'Thrice' });
    await appears(tag, 'Thrice');
    await here.post('ines', { status: 'Then this' });
    await appears(tag, 'Then this');
    expect(keysOf(tag).filter((key) => key === uri)).to.have.length(1);
  });

  it('R210 a tag that is moved keeps what has come, and goes on', async () => {
    const { here, box, tag } = await livePage();
    await isLive(tag);
    await here.post('ines', { status: 'Before the move' });
    await appears(tag, 'Before the move');
    const other = document.createElement('div');
    box.append(other);
    other.append(tag);
    await here.post('ines', { status: 'After the move' });
    await appears(tag, 'After the move');
    expect(seen(tag)).to.contain('Before the move');
    expect(all(tag, '[part~=live]')).to.have.length(1);
  });

  it('a tag that was away for a while catches up', async () => {
    const { here, box, tag } = await livePage();
    await isLive(tag);
    tag.remove();
    await pause(100);
    await here.post('ines', { status: 'While it was away' });
    box.append(tag);
    await appears(tag, 'While it was away');
    expect(new Set(keysOf(tag)).size).to.equal(keysOf(tag).length);
  });

  it('another reader begins anew: nothing of the first stays', async () => {
    const { here, auth, tag } = await livePage();
    await isLive(tag);
    await here.post('noor', { status: 'Between me and myself', visibility: 'direct' });
    await appears(tag, 'Between me and myself');
    await auth.logout();
    await until(() => tag.matches(':state(signed-out)'));
    expect(tag.shadowRoot!.textContent).to.not.contain('Between me');
  });
});
