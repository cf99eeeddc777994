/** A form on a page, and a reader's hands. */
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import type { MastoCompose } from '../../src/index.js';
import { all, byRole, mount, pause, seen, until } from '../helpers.js';
import { cameBefore } from './signed-in.js';
import type { Post, Town } from './town.js';

export interface Composing {
  readonly box: HTMLElement;
  readonly tag: MastoCompose;
}

/** Puts the form on the page, beside a `<masto-auth>`, and waits until it may be written in. */
export async function form(attributes = '', style = 'inline-size: 480px'): Promise<Composing> {
  const box = mount(`<masto-auth></masto-auth><masto-compose ${attributes}></masto-compose>`, style);
  const tag = box.querySelector('masto-compose')!;
  await until(() => !tag.matches(':state(loading)') && field(tag), 'the form');
  return { box, tag };
}

/** The form of somebody who is signed in, with the server's limits known and its log empty. */
export async function formOf(here: Town, person = 'noor', attributes = '', style?: string): Promise<Composing> {
  await cameBefore(here, person);
  const made = await form(attributes, style);
  await until(() => countOf(made.tag) !== undefined, 'the count');
  await here.forget();
  return made;
}

const named = <T extends HTMLElement>(tag: Element, name: string) => all<T>(tag, `[name=${name}]`)[0];
export const field = (tag: Element) => named<HTMLTextAreaElement>(tag, 'text')!;
export const warningOf = (tag: Element) => named<HTMLInputElement>(tag, 'warning');
export const setting = (tag: Element, name: 'visibility' | 'language') => named<HTMLSelectElement>(tag, name)!;
export const countOf = (tag: Element) => all(tag, '[part~=count] > [aria-hidden]')[0]?.textContent;
export const button = (tag: Element, name: string | RegExp) => {
  const found = byRole(tag, 'button', name);
  if (found.length !== 1) throw new Error(`${found.length} × ${String(name)}. Seen: ${seen(tag)}`);
  return found[0]!;
};
export const isDisabled = (target: Element) => target.getAttribute('aria-disabled') === 'true';

/** Presses as a hand does. */
export async function press(target: HTMLElement, times = 1): Promise<void> {
  await pause(30); // what was typed may still move it
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  for (let n = 0; n < times; n++) await sendMouse({ type: 'click', position });
}

/** Puts words in at the caret as a keyboard's editing does, all at once. */
export function write(target: HTMLElement, text: string): void {
  target.focus();
  document.execCommand('insertText', false, text);
}

/** Ctrl+Enter. WebDriver has no keys that stay down, but presses together what it is told to type. */
export async function sendByKeys(): Promise<void> {
  if (/AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent))
    return sendKeys({ type: '\ue009\ue007' });
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Control' });
}

/** Chooses as a reader would; no test can open the browser's own list. */
export async function choose(target: HTMLSelectElement, value: string): Promise<void> {
  target.focus();
  await until(() => [...target.options].some((option) => option.value === value), `the choice ${value}`);
  target.value = value;
  target.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  target.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What somebody has posted, the latest first; seen by themselves. */
export async function postsOf(here: Town, person = 'noor'): Promise<Post[]> {
  const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', { person, scopes: ['read'] });
  const answer = await fetch(`${here.origin}/api/v1/accounts/${await here.idOf(person)}/statuses?limit=5`, {
    headers: { Authorization: `Bearer ${access_token}` },
    cache: 'no-store',
  });
  return (await answer.json()) as Post[];
}

/** How often something was posted, or tried to be. */
export const sent = async (here: Town) => (await here.asked(/^\/api\/v1\/statuses$/)).length;

/** The drafts that are stored, as they are. */
export const drafts = (storage: Storage = sessionStorage): Record<string, unknown>[] =>
  Object.keys(storage)
    .filter((key) => key.startsWith('masto:v1:draft:'))
    .map((key) => JSON.parse(storage.getItem(key)!) as Record<string, unknown>);
