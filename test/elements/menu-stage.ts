/** What tests of a post's menu share. */
import { all, byRole, focused, mount, nameOf, until } from '../helpers.js';
import { asked, cameBefore, type Visitor } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

export interface Stage {
  readonly here: Town;
  readonly post: Post;
  readonly box: HTMLElement;
  readonly tag: HTMLElement;
  readonly truth: <T = Post>(path?: string) => Promise<T>;
}

export const more = (tag: Element) => all<HTMLButtonElement>(tag, '.more')[0]!;
export const menuOf = (tag: Element) => all(tag, '[role=menu]')[0];
export const isOpen = (tag: Element) => !!menuOf(tag)?.matches(':popover-open');
export const items = (tag: Element) => (isOpen(tag) ? [...all(menuOf(tag)!, '[role=menuitem]')].map(nameOf) : []);
export const told = (tag: Element) => all(tag, '.told')[0]?.textContent.trim() ?? '';
export const dialogOf = (tag: Element) => all<HTMLDialogElement>(tag, 'dialog')[0];

/** What comes by `import()` comes late to the first test alone: its modules are made when they are asked for. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/menu/menu.js');
  await import('../../src/elements/status/dialogs/delete.js');
  await import('../../src/mastodon/relating.js');
});

/** As it is heard, without emoji and marks of direction. */
const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]|:\w+:/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.?])/g, '')
    .trim();

/** A post on a page of somebody who is signed in; `person` empty for nobody. */
export async function stage(
  draft: Readonly<Record<string, unknown>> = {},
  { author = 'ines', person = 'noor', scopes = 'read write' } = {},
): Promise<Stage> {
  const here = await town();
  const post = await here.post(author, { status: 'Low tide at four', ...draft });
  const token = person === '' ? undefined : (await cameBefore(here, person, 'session', scopes)).token;
  const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
  const tag = box.querySelector('masto-status')!;
  const reader = token === undefined ? undefined : ({ token } as Visitor);
  await row(tag, person === '' ? 1 : 5);
  await here.forget();
  return {
    here,
    post,
    box,
    tag,
    truth: (path = `/api/v1/statuses/${post.id}`) => asked(here, reader!, path),
  };
}

/** The row is there: five buttons for whoever is signed in, one for everybody else. */
export const row = (tag: Element, buttons = 5) =>
  until(() => all(tag, 'button.action').length === buttons, 'the row of buttons');

export async function open(tag: Element): Promise<void> {
  more(tag).click();
  await until(() => isOpen(tag), 'the menu');
}

export const item = (tag: Element, name: string | RegExp): HTMLElement | undefined =>
  all(menuOf(tag)!, '[role=menuitem]').find((each) =>
    typeof name === 'string' ? plain(nameOf(each)) === name : name.test(plain(nameOf(each))),
  );

/** Opens the menu and presses an item of it. */
export async function choose(tag: Element, name: string | RegExp): Promise<void> {
  await open(tag);
  await until(() => item(tag, name), `the item ${name}`);
  item(tag, name)!.click();
  await until(() => !isOpen(tag), 'the end of the menu');
}

/** Says yes to what is asked. */
export async function confirm(tag: Element): Promise<void> {
  await until(() => dialogOf(tag)?.open && all(dialogOf(tag)!, '[value=confirm]').length, 'the question');
  all<HTMLButtonElement>(dialogOf(tag)!, '[value=confirm]')[0]!.click();
}

export const says = (tag: Element, text: string | RegExp) =>
  until(() => (typeof text === 'string' ? plain(told(tag)).includes(text) : text.test(plain(told(tag)))), `“${text}”`);

export const refusals = (tag: Element) =>
  [...byRole(tag, 'alert'), ...byRole(tag, 'status')].map((each) => plain(each.textContent));

export { focused, plain };

/** What was written at a server, as `POST /api/v1/…`. */
export const writes = async (here: Town) =>
  (await here.asked())
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, query }) => `${method} ${path}${query}`);
