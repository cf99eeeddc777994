import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, focused, heard, parts, pause, posts, seen, until } from '../helpers.js';
import { button, field, postsOf, press, setting, write } from './composing.js';
import { isLive, livePageAt, withText } from './live-page.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

const gone = 'The post that you answer is not there any more. What you wrote is kept.';

/** Noor answers a post of Ines in her live timeline. */
async function answering(draft: Readonly<Record<string, unknown>> = {}) {
  const here = await town();
  const post = await here.post('ines', { status: 'Soon gone, @noor', ...draft });
  const { tag } = await livePageAt(here, 'feed="home" limit="5"');
  await isLive(tag);
  const shown = await until(() => withText(tag, 'Soon gone'));
  await press(await until(() => byRole(shown, 'button', /^Reply/)[0]));
  await until(() => shown.shadowRoot!.querySelector('masto-compose') && field(shown).value === '@ines ');
  await until(() => focused() === field(shown));
  write(field(shown), 'Any');
  return { here, post, tag, shown };
}

describe('<masto-compose> the post that is answered is deleted meanwhile', () => {
  it('R162 the draft stays under the writer’s hands, it is said, and it may go out on its own', async () => {
    const { here, post, shown } = await answering();
    const box = field(shown);
    await here.control('DELETE', `posts/${post.id}`);
    await appears(shown, gone);
    expect(field(shown)).to.equal(box);
    expect(focused()).to.equal(box);
    await appears(shown, 'This post is no longer available.');
    expect(seen(shown)).to.not.contain('Soon gone');
    write(box, 'way');
    expect(box.value).to.equal('@ines Anyway');
    expect(button(shown, 'Reply').getAttribute('aria-disabled')).to.equal('true');
    await press(button(shown, 'Not as a reply'));
    await until(() => !parts(shown, 'context').length);
    expect(field(shown).value).to.equal('@ines Anyway');
    const posted = heard(shown, 'masto-post');
    await press(button(shown, 'Post'));
    await posted;
    const [answer] = await postsOf(here);
    expect(answer!['in_reply_to_id']).to.equal(null);
    expect(answer!.content).to.contain('Anyway');
  });

  it('R162 R176 what was for few is not for all because of that', async () => {
    const { here, post, shown } = await answering({ visibility: 'direct' });
    await here.control('DELETE', `posts/${post.id}`);
    await appears(shown, gone);
    await press(button(shown, 'Not as a reply'));
    await until(() => !parts(shown, 'context').length);
    expect(setting(shown, 'visibility').value).to.equal('direct');
    await press(button(shown, 'Post'));
    await until(async () => (await postsOf(here))[0]?.content.includes('Any'));
    expect((await postsOf(here))[0]!['visibility']).to.equal('direct');
  });

  it('R162 nothing was being written: the post says that it is gone, and no more', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Soon gone' });
    const { tag } = await livePageAt(here, 'feed="home" limit="5"');
    await isLive(tag);
    await here.control('DELETE', `posts/${post.id}`);
    await appears(posts(tag)[0]!, 'This post is no longer available.');
    await pause(100);
    expect(posts(tag)[0]!.shadowRoot!.querySelector('masto-compose')).to.equal(null);
  });
});
