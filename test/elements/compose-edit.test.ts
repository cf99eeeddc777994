import { expect } from '@open-wc/testing';
import { all, appears, byRole, focused, mount, nameOf, parts, pause, seen, until } from '../helpers.js';
import {
  button,
  choose as select,
  drafts,
  field,
  isDisabled,
  postsOf,
  press,
  setting,
  warningOf,
  write,
} from './composing.js';
import { choose, confirm, dialogOf, more, open, row, says, stage, type Stage, writes } from './menu-stage.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/menu/writing.js');
  await import('../../src/elements/compose/compose.js');
  await import('../../src/elements/compose/rewrite/rewrite.js');
  await import('../../src/elements/compose/quote/quote.js');
  await import('../../src/elements/compose/poll/poll.js');
});

const formIn = (tag: Element) => all<HTMLElement>(tag, 'masto-compose')[0];
const textIn = (tag: Element) =>
  formIn(tag) && all(formIn(tag)!, '[name=text]').length ? field(formIn(tag)!) : undefined;

/** A post of Noor's own, with a form in its place. */
async function editing(
  draft: Readonly<Record<string, unknown>> = {},
  text = 'Low tide at four',
): Promise<Stage & { form: HTMLElement }> {
  const made = await stage({ status: text, ...draft }, { author: 'noor' });
  await choose(made.tag, 'Edit');
  await until(() => textIn(made.tag)?.value === text, 'what stands in it');
  await until(() => byRole(formIn(made.tag)!, 'button', /^Close/).length, 'what the form is about');
  return { ...made, form: formIn(made.tag)! };
}

const edits = async (here: Stage['here']) =>
  (await writes(here)).filter((line) => line.startsWith('PUT /api/v1/statuses/'));

const change = (form: Element, text: string) => {
  field(form).select();
  write(field(form), text);
};

describe('<masto-status>: a post of the reader’s own is changed', () => {
  it('R181 stands in a form in its place, with what cannot be changed shown; saved, the post is there again', async () => {
    const { tag, form, truth, here, post } = await editing({
      spoiler_text: 'Harbour',
      language: 'nl',
      visibility: 'unlisted',
    });
    await until(() => focused() === field(form), 'the caret in the text');
    expect(warningOf(form)!.value).to.equal('Harbour');
    expect(setting(form, 'language').value).to.equal('nl');
    expect(setting(form, 'visibility'), 'no choice').to.equal(undefined);
    expect(all(form, '[role=group][aria-label="Who sees it"]').map(seen)).to.deep.equal(['Quiet public']);
    expect(
      parts(tag, 'content').some((each) => each.checkVisibility()),
      'the post itself',
    ).to.equal(false);
    await appears(form, /Changing\s+your post/);
    change(form, 'Low tide at five');
    await press(button(form, 'Save'));
    await until(() => !formIn(tag), 'the end of the form');
    await says(tag, 'Your change is saved.');
    expect(parts(tag, 'warning').map(seen).join()).to.include('Harbour');
    await until(() => focused() === more(tag), 'the focus on the post');
    const now = await truth();
    expect(String(now['content'])).to.include('at five');
    expect([now['spoiler_text'], now['language'], now['visibility']]).to.deep.equal(['Harbour', 'nl', 'unlisted']);
    expect(await edits(here)).to.deep.equal([`PUT /api/v1/statuses/${post.id}`]);
    expect(drafts()).to.deep.equal([]);
  });

  it('is not in the menu of what others wrote', async () => {
    const { tag } = await stage();
    await open(tag);
    const names = all(tag, '[role=menuitem]').map(nameOf);
    expect(names.filter((name) => /Edit|write anew/.test(name))).to.deep.equal([]);
  });

  it('R163 what has been changed is kept when the form is closed; what has not is not', async () => {
    const { tag, form } = await editing();
    expect(drafts()).to.have.length(1);
    await press(button(form, /^Close/));
    await until(() => !formIn(tag) && !drafts().length, 'nothing is kept');
    await until(() => focused() === more(tag), 'the focus on the post');
    await choose(tag, 'Edit');
    await until(() => textIn(tag)?.value === 'Low tide at four');
    change(formIn(tag)!, 'Low tide at six');
    await press(await until(() => byRole(formIn(tag)!, 'button', /^Close/)[0], 'the way out'));
    await until(() => !formIn(tag));
    expect(drafts().map(({ text }) => text)).to.deep.equal(['Low tide at six']);
    await choose(tag, 'Edit');
    await until(() => textIn(tag)?.value === 'Low tide at six', 'it goes on');
  });

  it('R181 changed elsewhere meanwhile: both versions are there, and mine takes its place if I want', async () => {
    const { tag, form, here, post, truth } = await editing();
    change(form, 'Mine');
    await here.control('PUT', `posts/${post.id}`, { status: 'Theirs' });
    await press(button(form, 'Save'));
    await appears(form, 'This post was changed elsewhere meanwhile.');
    expect(await edits(here)).to.deep.equal([]);
    expect(all(form, 'blockquote').map(seen)).to.deep.equal(['Theirs']);
    expect(field(form).value).to.equal('Mine');
    await press(button(form, 'Save mine'));
    await until(() => !formIn(tag), 'the end of the form');
    expect(String((await truth())['content'])).to.include('Mine');
  });

  it('R181 or theirs comes into the form, and mine is kept', async () => {
    const { form, here, post } = await editing();
    change(form, 'Mine');
    await here.control('PUT', `posts/${post.id}`, { status: 'Theirs' });
    await press(button(form, 'Save'));
    await appears(form, 'Take the other one');
    await press(button(form, 'Take the other one'));
    await until(() => field(form).value === 'Theirs');
    expect(
      drafts()
        .map(({ text }) => text)
        .sort(),
    ).to.deep.equal(['Mine', 'Theirs']);
    expect(await edits(here)).to.deep.equal([]);
  });

  it('R181 deleted elsewhere meanwhile: what was written can be a new post', async () => {
    const { form, here, post } = await editing();
    change(form, 'Said all the same');
    await here.control('DELETE', `posts/${post.id}`);
    await press(button(form, 'Save'));
    await appears(form, 'The post is not there any more.');
    await press(button(form, 'Make it a new post'));
    await press(await until(() => byRole(form, 'button', 'Post')[0], 'the button'));
    await appears(form, 'Your post is out.');
    const [made] = await postsOf(here);
    expect(String(made!.content)).to.include('Said all the same');
  });

  it('keeps poll and sensitive media as they are', async () => {
    const poll = { options: ['Tea', 'Coffee'], expires_in: 86_400, multiple: true };
    const { tag, form, truth } = await editing({ poll });
    await until(
      () =>
        all<HTMLInputElement>(form, '[name=choice]')
          .map(({ value }) => value)
          .join() === 'Tea,Coffee',
      'the choices',
    );
    change(form, 'Which one?');
    await press(button(form, 'Save'));
    await until(() => !formIn(tag), 'the end of the form');
    const now = (await truth())['poll'] as { options: { title: string }[]; multiple: boolean; expires_at: string };
    expect([now.options.map(({ title }) => title).join(), now.multiple]).to.deep.equal(['Tea,Coffee', true]);
    expect(Math.abs(Date.parse(now.expires_at) - Date.now() - 86_400_000)).to.be.lessThan(120_000);
  });

  it('a language of its own, and no change at all, are fine', async () => {
    const { tag, form, truth } = await editing();
    await select(setting(form, 'language'), 'de');
    await press(button(form, 'Save'));
    await until(() => !formIn(tag));
    expect((await truth())['language']).to.equal('de');
  });

  it('R34 reading what was typed is asked for when it is not allowed', async () => {
    const { tag } = await stage({}, { author: 'noor', scopes: 'write:statuses read:search read:accounts' });
    await choose(tag, 'Edit');
    await appears(tag, 'You have not allowed this page');
    expect(byRole(tag, 'button', 'Allow it')).to.have.length(1);
    expect(formIn(tag)).to.equal(undefined);
  });

  it('R181 a server that says 404, 500 or nothing keeps everything', async () => {
    const { form, here } = await editing();
    change(form, 'Not lost');
    await here.breaks({ method: 'PUT', path: '/api/v1/statuses/*', status: 500 });
    await press(button(form, 'Save'));
    await until(() => byRole(form, 'alert').some((each) => seen(each).includes('has a problem')), 'why not');
    expect(field(form).value).to.equal('Not lost');
    expect(drafts().map(({ text }) => text)).to.deep.equal(['Not lost']);
    await here.heals();
  });

  it('a post that was read elsewhere is changed at home', async () => {
    const here = await town();
    const post = await here.peer.post('desmond', { status: 'From home' });
    // Desmond is at home next door, and reads his post here, where it was looked up by somebody.
    const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', {
      person: 'noor',
      scopes: ['read'],
    });
    const path = `/api/v2/search?type=statuses&resolve=true&q=${encodeURIComponent(post.url)}`;
    const answer = await fetch(here.origin + path, { headers: { Authorization: `Bearer ${access_token}` } });
    const [twin] = ((await answer.json()) as { statuses: Post[] }).statuses;
    await cameBefore(here.peer, 'desmond');
    const box = mount(
      `<masto-auth></masto-auth><masto-status load="eager" instance="${here.origin}" status-id="${twin!.id}"></masto-status>`,
    );
    const tag = box.querySelector('masto-status')!;
    await row(tag);
    await choose(tag, 'Edit');
    await until(() => textIn(tag)?.value === 'From home', 'the form');
    change(formIn(tag)!, 'From elsewhere');
    await press(button(formIn(tag)!, 'Save'));
    await until(() => !formIn(tag), 'the end of the form');
    expect((await here.peer.get<Post>(`/api/v1/statuses/${post.id}`)).content).to.include('From elsewhere');
    await until(() => parts(tag, 'content')[0]?.textContent.includes('From elsewhere'), 'the new words');
  });
});

describe('<masto-status>: a post is deleted and written anew', () => {
  it('asks first, and does nothing where the answer is no', async () => {
    const { tag, here } = await stage({}, { author: 'noor' });
    await choose(tag, 'Delete and write anew');
    await until(() => dialogOf(tag)?.open, 'the question');
    expect(seen(dialogOf(tag)!)).to.include('comes into a form');
    await press(byRole(dialogOf(tag)!, 'button', 'Cancel')[0]!);
    await until(() => !dialogOf(tag));
    expect(await writes(here)).to.deep.equal([]);
    expect(drafts()).to.deep.equal([]);
  });

  it('R163 what stood in it is kept before anything else, and stands in a form where the post stood', async () => {
    const parent = 'What time is it?';
    const made = await stage(
      { status: 'Half past @ines', spoiler_text: 'Time', visibility: 'private' },
      { author: 'noor' },
    );
    const { tag, here, post } = made;
    await choose(tag, 'Delete and write anew');
    await confirm(tag);
    await until(() => textIn(tag)?.value === 'Half past @ines', parent);
    await until(() => all(tag, '.tombstone').length, 'the post is gone');
    const form = formIn(tag)!;
    await until(() => focused() === field(form), 'the caret in the text');
    expect([warningOf(form)!.value, setting(form, 'visibility').value]).to.deep.equal(['Time', 'private']);
    expect(drafts().map(({ text }) => text)).to.deep.equal(['Half past @ines']);
    write(field(form), '!');
    await until(() => all(form, '#left').length, 'the count');
    await press(button(form, 'Post'));
    await appears(form, 'Your post is out.');
    const [last] = await postsOf(here);
    expect(last!.id).to.not.equal(post.id);
    expect(drafts()).to.deep.equal([]);
  });

  it('stays an answer, with its poll and its quote', async () => {
    const { here } = await stage();
    const parent = await here.post('ines', { status: 'Tea?' });
    forgetEverybody();
    const poll = { options: ['Yes', 'No'], expires_in: 3600 };
    const { tag } = await stageAt(here, { status: '@ines which?', in_reply_to_id: parent.id, poll });
    await choose(tag, 'Delete and write anew');
    await confirm(tag);
    await until(() => textIn(tag)?.value === '@ines which?', 'the form');
    const form = formIn(tag)!;
    await appears(form, /Reply to Inês.*Tea\?/);
    await until(() => all(form, '[name=choice]').length === 2, 'the choices');
    await press(button(form, 'Post'));
    await appears(form, 'Your post is out.');
    const [last] = await postsOf(here);
    expect([last!['in_reply_to_id'], (last!['poll'] as { options: unknown[] }).options.length]).to.deep.equal([
      parent.id,
      2,
    ]);
  });

  it('R163 an answer that never comes loses nothing', async () => {
    const { tag, here } = await stage({ status: 'Precious' }, { author: 'noor' });
    await here.breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status: 504 });
    await choose(tag, 'Delete and write anew');
    await confirm(tag);
    await until(() => byRole(dialogOf(tag)!, 'alert').length, 'why not');
    expect(drafts().map(({ text }) => text)).to.deep.equal(['Precious']);
    await here.heals();
    await here.breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status: 403 });
    await confirm(tag);
    await until(() => !drafts().length, 'nothing was deleted');
    await here.heals();
    await pause(50);
    expect(isDisabled(more(tag))).to.equal(false);
  });
});

/** A post of Noor's on a page of hers, in a town that is there already. */
async function stageAt(here: Stage['here'], draft: Readonly<Record<string, unknown>>) {
  const post = await here.post('noor', draft);
  await cameBefore(here, 'noor');
  const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
  const tag = box.querySelector('masto-status')!;
  await row(tag);
  await here.forget();
  return { tag, post };
}
