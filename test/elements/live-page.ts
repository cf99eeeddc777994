/** A page with a timeline that stays current, and a reader at it. */
import { all, first, inState, mount, parts, posts, seen, until } from '../helpers.js';
import { asked, cameBefore } from './signed-in.js';
import { town, type Town } from './town.js';
import type { MastoAuth, MastoTimeline } from '../../src/index.js';

export interface LivePage {
  readonly here: Town;
  readonly box: HTMLElement;
  readonly auth: MastoAuth;
  readonly tag: MastoTimeline;
  /** As the API answers the reader. */
  readonly api: <T>(path: string, method?: string) => Promise<T>;
}

export const lineOf = (tag: Element) => seen(first(tag, '[part~=live] > span'));
export const pillsOf = (tag: Element) => parts(tag, 'pill').map(seen);
export const topOf = (element: Element) => element.getBoundingClientRect().top;
export const withText = (tag: Element, text: string) => posts(tag).find((post) => seen(post).includes(text));
export const keysOf = (tag: Element) =>
  [...tag.shadowRoot!.querySelectorAll<HTMLElement & { entry?: { key: string } }>('masto-status')].map(
    ({ entry }) => entry?.key,
  );
export const spoken = (tag: Element) =>
  all(tag, '[role=status]')
    .map((one) => one.textContent?.trim())
    .join('');

/** Noor's page: she follows Ines. */
export async function livePage(
  attributes = 'feed="home" limit="10"',
  { person = 'noor', scopes = undefined as string | undefined, style = 'inline-size: 480px', auth = '' } = {},
): Promise<LivePage> {
  const here = await town();
  return livePageAt(here, attributes, { person, scopes, style, auth });
}

export async function livePageAt(
  here: Town,
  attributes: string,
  { person = 'noor', scopes = undefined as string | undefined, style = 'inline-size: 480px', auth = '' } = {},
): Promise<LivePage> {
  const saved = await cameBefore(here, person, 'session', scopes);
  const box = mount(
    `<masto-auth ${auth}></masto-auth><masto-timeline load="eager" live ${attributes}></masto-timeline>`,
    style,
  );
  const tag = box.querySelector('masto-timeline')!;
  await inState(tag, undefined);
  await until(() => lineOf(tag), 'a line about the connection');
  const api = <T>(path: string, method?: string) => asked<T>(here, saved as never, path, method);
  return { here, box, auth: box.querySelector('masto-auth')!, tag, api };
}

/** The connection stands. */
export const isLive = (tag: Element) => until(() => /^(?:Live)$/.test(lineOf(tag)), 'a connection');

/** The reader scrolls. */
export async function scrollPast(tag: Element, by: number): Promise<void> {
  scrollTo({ top: scrollY + topOf(tag) + by, behavior: 'instant' });
  // Once an observer of ours has been told where things are, theirs have been, too.
  await new Promise((resolve) => new IntersectionObserver((_, own) => (own.disconnect(), resolve(true))).observe(tag));
  await new Promise((resolve) => setTimeout(resolve, 150));
}

/** Until what a slow machine draws late (a picture's frame, an offer) has its height. */
export async function settles(tag: HTMLElement): Promise<void> {
  for (let last = -1; last !== tag.offsetHeight;) {
    last = tag.offsetHeight;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What is at rest stays where it is. */
export async function firstSeen(tag: Element): Promise<HTMLElement> {
  return until(() => posts(tag).find((post) => topOf(post) > 0), 'a post on the screen');
}
