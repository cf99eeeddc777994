import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { all, byRole, first, focused, mount, seen, theOne, until } from '../helpers.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);

interface Report {
  readonly from: string | null;
  readonly category: string;
  readonly comment: string;
  readonly ruleIds: string[] | null;
  readonly statusIds: string[];
  readonly forwarded: boolean;
}

/** A post of somebody, with its menu open, in a page of Noor. @param elsewhere the post is read from another instance */
async function reading({ elsewhere = false, scopes }: { elsewhere?: boolean; scopes?: string } = {}) {
  const here = await town();
  const where = elsewhere ? here.peer : here;
  const post = await where.post(elsewhere ? 'desmond' : 'ines', { status: 'Low tide at four' });
  const { token } = await cameBefore(here, 'noor', 'session', scopes);
  const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
  const tag = box.querySelector('masto-status')!;
  await until(() => all(tag, 'button.action.reply').length, 'the buttons');
  const reports = (at = here) => at.control<Report[]>('GET', 'reports');
  const relation = async () => {
    const id = (await asked<{ id: string }>(here, { token } as never, '/api/v1/accounts/lookup?acct=ines')).id;
    const path = `/api/v1/accounts/relationships?id[]=${id}`;
    return (await asked<Record<string, unknown>[]>(here, { token } as never, path))[0]!;
  };
  return { here, where, post, tag, reports, relation };
}

async function choose(tag: Element, name: RegExp) {
  first<HTMLButtonElement>(tag, 'button.more').click();
  await until(() => byRole(tag, 'menuitem', name).length, 'the menu');
  theOne(tag, 'menuitem', name).click();
  await until(() => all<HTMLDialogElement>(tag, 'dialog')[0]?.open, 'the dialog');
  return first<HTMLDialogElement>(tag, 'dialog');
}

const confirm = (dialog: Element) => dialog.querySelector<HTMLButtonElement>('[value=confirm]')!;
const label = (dialog: Element, text: RegExp) =>
  [...dialog.querySelectorAll('label')].find(({ textContent }) => text.test(textContent))!;
const closed = (tag: Element) => until(() => !all(tag, 'dialog').length, 'the dialog’s end');

function write(dialog: Element, text: string) {
  const box = dialog.querySelector('textarea')!;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('<masto-status>: what is asked before somebody is muted, blocked or reported', () => {
  it('mutes for as long as is chosen, and leaves notifications where that is wished', async () => {
    const { tag, relation } = await reading();
    const dialog = await choose(tag, /^Mute In/);
    expect(dialog.textContent).to.include('They are not told');
    expect(focused()).to.equal(first(tag, 'dialog [data-focus]'));
    const list = dialog.querySelector('select')!;
    list.value = '3600';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    label(dialog, /notifications/).click();
    confirm(dialog).click();
    await closed(tag);
    const { muting, muting_notifications, muting_expires_at } = await relation();
    expect([muting, muting_notifications]).to.deep.equal([true, false]);
    const left = Date.parse(String(muting_expires_at)) - Date.now();
    expect(left).to.be.within(3_400_000, 3_700_000);
  });

  it('mutes for good, with notifications, when nothing is chosen', async () => {
    const { tag, relation } = await reading();
    confirm(await choose(tag, /^Mute In/)).click();
    await closed(tag);
    const { muting, muting_notifications, muting_expires_at } = await relation();
    expect([muting, muting_notifications, muting_expires_at]).to.deep.equal([true, true, null]);
  });

  it('does nothing when it is closed by Escape, and gives the focus back', async () => {
    const { tag, relation } = await reading();
    const dialog = await choose(tag, /^Block In/);
    expect(dialog.textContent).to.include('no longer see your posts');
    await sendKeys({ press: 'Escape' });
    await closed(tag);
    expect(focused()?.classList.contains('more')).to.equal(true);
    expect((await relation())['blocking']).to.equal(false);
  });

  it('blocks when it is confirmed', async () => {
    const { tag, relation } = await reading();
    confirm(await choose(tag, /^Block In/)).click();
    await closed(tag);
    expect((await relation())['blocking']).to.equal(true);
  });

  it('names the server that is blocked, and what is lost for good', async () => {
    const { tag, where } = await reading({ elsewhere: true });
    const dialog = await choose(tag, new RegExp(`^Block ${where.host}`));
    expect(dialog.textContent).to.include(where.host).and.to.include('followers there are removed');
  });

  it('reports a post that breaks a rule, once a rule is chosen', async () => {
    const { tag, post, reports } = await reading();
    const dialog = await choose(tag, /^Report In/);
    expect(confirm(dialog).ariaDisabled).to.equal('true');
    confirm(dialog).click();
    await until(() => label(dialog, /breaks a rule/), 'the rules');
    label(dialog, /breaks a rule/).click();
    await until(() => label(dialog, /Describe your pictures/), 'the list of rules');
    expect(confirm(dialog).ariaDisabled, 'which one?').to.equal('true');
    label(dialog, /Describe your pictures/).click();
    write(dialog, '  Look at this\n');
    await until(() => confirm(dialog).ariaDisabled !== 'true', 'the button');
    expect(label(dialog, /Send it to/), 'she lives here').to.equal(undefined);
    confirm(dialog).click();
    await closed(tag);
    const [said] = await reports();
    expect(said).to.include({ category: 'violation', comment: 'Look at this', forwarded: false });
    expect([said!.ruleIds, said!.statusIds]).to.deep.equal([['2'], [post.id]]);
    await until(() => /with the moderators/.test(seen(tag)), 'what was done');
  });

  it('reports somebody of another server, and tells that server only when asked to', async () => {
    const { tag, here, where, post, reports } = await reading({ elsewhere: true });
    const dialog = await choose(tag, /^Report Desmond/);
    label(dialog, /It is spam/).click();
    label(dialog, /Send it to/).click();
    await until(() => confirm(dialog).ariaDisabled !== 'true', 'the button');
    confirm(dialog).click();
    await closed(tag);
    expect((await reports(here))[0]).to.include({ category: 'spam', forwarded: true });
    const [there] = await reports(where);
    expect([there!.from, there!.statusIds]).to.deep.equal([null, [post.id]]);
  });

  it('keeps what was written when the dialog is closed, or refused, and says why it was', async () => {
    const { here, tag, reports } = await reading();
    let dialog = await choose(tag, /^Report In/);
    label(dialog, /It is spam/).click();
    write(dialog, 'Third time this week');
    await sendKeys({ press: 'Escape' });
    await closed(tag);
    dialog = await choose(tag, /^Report In/);
    expect(dialog.querySelector('textarea')!.value).to.equal('Third time this week');
    await here.breaks({ method: 'POST', path: '/api/v1/reports', status: 503 });
    confirm(dialog).click();
    await until(() => dialog.querySelector('[role=alert]'), 'the reason');
    expect(dialog.querySelector('textarea')!.value).to.equal('Third time this week');
    await here.heals();
    confirm(dialog).click();
    await closed(tag);
    expect((await reports()).map(({ comment }) => comment)).to.deep.equal(['Third time this week']);
  });

  it('R34 asks for the right to report at the first report', async () => {
    const { tag } = await reading({ scopes: 'profile read write:statuses' });
    first<HTMLButtonElement>(tag, 'button.more').click();
    await until(() => byRole(tag, 'menuitem', /^Report/).length, 'the menu');
    theOne(tag, 'menuitem', /^Report/).click();
    await until(() => byRole(tag, 'button', /Allow/).length, 'a way to allow it');
    expect(all(tag, 'dialog').length).to.equal(0);
  });
});
