import { expect } from '@open-wc/testing';
import { all, appears, byRole, mount, pause, replace, seen, until } from '../helpers.js';
import { button, drafts, field, form, formOf, postsOf, press, sent, warningOf, write } from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Fault, type Town } from './town.js';

afterEach(forgetEverybody);

const posting = { method: 'POST', path: '/api/v1/statuses' };
const editing = { method: 'PUT', path: '/api/v1/statuses/*' };
const kept = () => drafts(localStorage);
const says = (tag: Element) => all(tag, '[role=status]').map(seen).join(' ');

/** Another tab of this site: a document of its own, whose writing this one hears of. */
function otherTab() {
  const frame = document.createElement('iframe');
  mount('').append(frame);
  const storage = frame.contentWindow!.localStorage;
  const key = () => Object.keys(storage).find((name) => name.startsWith('masto:v1:draft:'))!;
  return {
    write(more: object) {
      const draft = JSON.parse(storage.getItem(key()) ?? '{}') as object;
      storage.setItem(key(), JSON.stringify({ ...draft, at: Date.now() + 1, ...more }));
    },
    remove: () => storage.removeItem(key()),
  };
}

/** The form of somebody who is kept on this device, with words of theirs in it. */
async function shared(text = 'Mine') {
  const here = await town();
  await cameBefore(here, 'noor', 'local');
  const made = await form();
  write(field(made.tag), text);
  await until(() => kept()[0]?.['text'] === text, 'the draft');
  return { here, ...made, other: otherTab() };
}

/** A form whose draft holds more than words: as it is after a reload. */
async function holding(here: Town, more: object, text = 'Fog later') {
  const { tag, box } = await formOf(here);
  write(field(tag), text);
  await until(() => drafts().length, 'the draft');
  box.remove();
  const key = Object.keys(sessionStorage).find((name) => name.startsWith('masto:v1:draft:'))!;
  sessionStorage.setItem(key, JSON.stringify({ ...drafts()[0], ...more }));
  const made = await form();
  await until(() => field(made.tag).value === text);
  await pause(300); // what the draft needs is loaded
  return made;
}

describe('<masto-compose> in two tabs', () => {
  it('R163 what is written in the other one later wins, and mine can be had back', async () => {
    const { tag, other } = await shared();
    other.write({ text: 'Theirs' });
    await until(() => field(tag).value === 'Theirs');
    await appears(tag, 'This was changed in another tab.');
    expect(kept()[0]!['text']).to.equal('Theirs');
    await press(button(tag, 'Bring mine back'));
    await until(() => field(tag).value === 'Mine');
    expect(says(tag)).not.to.contain('another tab');
    // Nor is the other's lost: it lies on the shelf.
    expect(kept().map(({ text }) => text)).to.have.members(['Mine', 'Theirs']);
  });

  it('R163 what has been posted or thrown away there is gone here too, and can be had back', async () => {
    const { tag, other, here } = await shared();
    other.remove();
    await until(() => field(tag).value === '');
    await press(button(tag, 'Bring mine back'));
    await until(() => field(tag).value === 'Mine');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect((await postsOf(here))[0]!.content).to.equal('<p>Mine</p>');
  });

  it('R163 nothing is said to whoever has written nothing here', async () => {
    const { tag, box, other } = await shared();
    expect(field(tag).value).to.equal('Mine');
    box.remove();
    const again = await form();
    await until(() => field(again.tag).value === 'Mine');
    other.write({ text: 'Mine, and more' });
    await until(() => field(again.tag).value === 'Mine, and more');
    expect(says(again.tag)).not.to.contain('another tab');
  });

  it('R163 the one that is being written in goes on, and is the newer one', async () => {
    const { tag, other } = await shared();
    write(field(tag), '!');
    other.write({ text: 'Theirs' });
    await until(() => kept()[0]!['text'] === 'Mine!');
    expect(field(tag).value).to.equal('Mine!');
  });

  it('R163 what was written there while this one was being sent is not lost', async () => {
    const { tag, other, here } = await shared();
    await here.breaks({ ...posting, delay: 800 });
    await press(button(tag, 'Post'));
    await until(() => field(tag).readOnly);
    other.write({ text: 'And one more' });
    await pause(100);
    expect(field(tag).value).to.equal('Mine');
    await appears(tag, 'Your post is out.');
    await until(() => field(tag).value === 'And one more');
    expect(kept()[0]!['text']).to.equal('And one more');
  });

  it('R163 a tab that keeps its sign-in to itself keeps its drafts to itself', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'Mine alone');
    await until(() => drafts().length, 'the draft');
    expect(kept()).to.deep.equal([]);
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('masto:v1:draft:'))!;
    window.dispatchEvent(new StorageEvent('storage', { key }));
    await pause(100);
    expect(field(tag).value).to.equal('Mine alone');
  });
});

describe('<masto-compose> when no answer comes', () => {
  const asNoor = async (here: Town, path: string) => {
    const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', {
      person: 'noor',
      scopes: ['read'],
    });
    const headers = { Authorization: `Bearer ${access_token}` };
    return (await (await fetch(here.origin + path, { headers, cache: 'no-store' })).json()) as unknown;
  };
  const waiting = async (here: Town) => (await asNoor(here, '/api/v1/scheduled_statuses')) as unknown[];
  const scheduledAt = () => new Date(Date.now() + 7_200_000).toISOString();

  it('R165 it was scheduled: it is found among those that wait', async () => {
    const here = await town();
    const { tag } = await holding(here, { scheduledAt: scheduledAt() });
    await here.breaks({ ...posting, empty: true, times: 1 });
    await press(button(tag, 'Schedule'));
    await until(() => /It will be posted (today|tomorrow) at/.test(says(tag)), 'when it will be posted');
    expect(await waiting(here)).to.have.length(1);
    expect(field(tag).value).to.equal('');
    expect(drafts()).to.deep.equal([]);
  });

  it('R165 it was not scheduled: that is said, and it can be sent again', async () => {
    const here = await town();
    const { tag } = await holding(here, { scheduledAt: scheduledAt() });
    await here.breaks({ ...posting, status: 504 });
    await press(button(tag, 'Schedule'));
    await appears(tag, 'it is not among the posts that wait on');
    await here.heals();
    await press(button(tag, 'Send again'));
    await until(() => says(tag).includes('It will be posted'));
    expect(await waiting(here)).to.have.length(1);
  });

  it('R165 R34 without leave to look nothing is offered that might schedule it twice', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'session', 'profile write:statuses');
    const first = await form();
    first.box.remove();
    const { tag, box } = await (async () => {
      const made = await form();
      write(field(made.tag), 'Fog later');
      await until(() => drafts().length, 'the draft');
      made.box.remove();
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('masto:v1:draft:'))!;
      sessionStorage.setItem(key, JSON.stringify({ ...drafts()[0], scheduledAt: scheduledAt() }));
      return form();
    })();
    await until(() => field(tag).value === 'Fog later');
    await pause(300);
    await here.breaks({ ...posting, empty: true, times: 1 });
    await press(button(tag, 'Schedule'));
    await appears(tag, 'sending it again may post it twice');
    expect(byRole(tag, 'button', 'Send again')).to.have.length(0);
    const wishes: unknown[] = [];
    replace(box.querySelector('masto-auth') as unknown as { login: unknown }, 'login', (...args: unknown[]) => {
      wishes.push(args[1]);
      return Promise.resolve();
    });
    await press(button(tag, 'Allow it'));
    expect(wishes).to.deep.equal([['read:statuses']]);
  });

  const edit: Readonly<Record<string, [Fault, RegExp]>> = {
    'it has arrived': [{ ...editing, empty: true, times: 1 }, /Your change is saved\./],
    'it has not': [{ ...editing, status: 504, times: 1 }, /It is not known whether your change was saved/],
  };
  for (const [what, [fault, sentence]] of Object.entries(edit))
    it(`R165 of a change: the post itself tells whether ${what}`, async () => {
      const here = await town();
      const post = await here.post('noor', { status: 'Before' });
      const { tag } = await holding(here, { editing: { id: post.id, url: post.url } }, 'After');
      await here.breaks(fault);
      await press(button(tag, 'Save'));
      await until(() => sentence.test(`${says(tag)} ${seen(byRole(tag, 'alert')[0]!)}`), `${sentence}`);
      if (fault.status) {
        await press(button(tag, 'Send again'));
        await until(() => says(tag).includes('Your change is saved.'));
      }
      expect((await postsOf(here))[0]!.content).to.equal('<p>After</p>');
      expect(drafts()).to.deep.equal([]);
    });

  it('R165 R177 a picture without words is known by the picture', async () => {
    const { findPosted } = await import('../../src/mastodon/find-posted.js');
    const { homeOf, visitor } = await import('./signed-in.js');
    const here = await town();
    const home = homeOf(here, await visitor(here, 'noor'));
    await here.post('noor', { status: '', spoiler_text: 'Only a warning' });
    const body = (ids: string[]) => JSON.stringify({ status: '', visibility: 'public', media_ids: ids });
    expect(await findPosted(home, body(['404']), Date.now())).to.equal(undefined);
    const warned = JSON.stringify({ status: '', spoiler_text: 'Only a warning', visibility: 'public' });
    expect((await findPosted(home, warned, Date.now()))?.key).to.be.a('string');
  });
});

describe('<masto-compose> when the network comes back', () => {
  it('R182 that is said, and nothing sent until the reader does', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    write(field(tag), 'Fog again');
    replace(navigator, 'onLine' as never, false as never);
    await press(button(tag, 'Post'));
    await appears(tag, 'You are offline.');
    replace(navigator, 'onLine' as never, true as never);
    window.dispatchEvent(new Event('online'));
    await until(() => says(tag).includes('The network is back. What you wrote has not been sent yet.'));
    expect(seen(byRole(tag, 'alert')[0]!)).to.equal('');
    await pause(200);
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Send it now'));
    await appears(tag, 'Your post is out.');
    expect(warningOf(tag)).to.equal(undefined);
  });

  it('says so only to whom it was said', async () => {
    const { tag } = await formOf(await town());
    write(field(tag), 'Fog');
    window.dispatchEvent(new Event('online'));
    await pause(100);
    expect(says(tag)).to.equal('');
  });

  it('R173 the page is not left by mistake while something is on its way, but is otherwise', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    write(field(tag), 'Fog');
    await tag.updateComplete;
    expect(leaves()).to.equal(true);
    await here.breaks({ ...posting, delay: 500 });
    await press(button(tag, 'Post'));
    await until(() => !leaves());
    await appears(tag, 'Your post is out.');
    expect(leaves()).to.equal(true);
  });
});
