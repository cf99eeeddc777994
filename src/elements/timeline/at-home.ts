import type { LitElement, ReactiveController } from 'lit';
import type { MastoPostEvent } from '../../base/events.js';
import type { FeedController, Question } from '../../controllers/feed-controller.js';
import type { MastoError } from '../../mastodon/errors.js';
import { type FeedArgs, isPersonal, wanted } from '../../mastodon/feeds.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { isClosed } from '../../mastodon/resolve.js';
import { Session } from '../../mastodon/session.js';

/** What a feed of the reader's own needs, where it is not `read:statuses`. */
const scopes: Partial<Record<FeedArgs['name'], string>> = {
  bookmarks: 'read:bookmarks',
  favourites: 'read:favourites',
  list: 'read:lists',
};

const same = (a: Question | undefined, b: Question) =>
  a?.session === b.session && JSON.stringify(a.feed) === JSON.stringify(b.feed);

/** Whether a feed is the reader's own posts. */
function isMe({ me }: HomeSession, { name, account = '', accountId }: FeedArgs) {
  const named = account.toLowerCase();
  return name === 'account' && (accountId ? accountId === me.id : [me.username.toLowerCase(), me.key].includes(named));
}

/** What can be asked in the place of something that was refused. */
function detour(home: HomeSession, { session, feed }: Question, error: MastoError): Question | undefined {
  // What is public can be read without a token that is no longer good, or that may not (R36).
  if (session === home)
    return (error.failure === 'expired' || error.failure === 'out-of-scope') && !isPersonal(feed.name)
      ? { session: Session.at(home.origin), feed }
      : undefined;
  // Where a server's door is closed to visitors, the reader's own server knows somebody's posts as well.
  const { account } = feed;
  if (feed.name !== 'account' || !account || !isClosed(error)) return undefined;
  const acct = account.includes('@') ? account : `${account}@${session.host}`;
  return { session: home, feed: { ...feed, accountId: undefined, account: acct } };
}

/** What is different for a list whose reader is signed in. Loaded for them. */
export class AtHome implements ReactiveController {
  #home: HomeSession | undefined;
  /** What was refused, why, and what is asked in its place. */
  #refused: { readonly question: Question; readonly why: MastoError; readonly instead: Question } | undefined;
  /** What has been written on this page since the list was read, newest first; and in which answer to what. */
  #newer: readonly string[] = [];
  #holds: (() => void)[] = [];
  #to: Question | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly feed: FeedController,
  ) {
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('masto-post', this.#hear);
  }

  hostDisconnected() {
    document.removeEventListener('masto-post', this.#hear);
    this.#let();
  }

  /** What stands above the list. */
  get newer(): readonly string[] {
    return this.#to === this.feed.question ? this.#newer : [];
  }

  /** Why the server that the tag names did not answer, when the reader's own could not either. */
  get why(): MastoError | undefined {
    return this.feed.error && this.#refused?.why;
  }

  /** The scope that the feed needs and the reader has not allowed (R34). */
  get missing(): readonly string[] | undefined {
    const { error, question } = this.feed;
    if (!question || error?.failure !== 'out-of-scope') return undefined;
    return [scopes[question.feed.name] ?? 'read:statuses'];
  }

  /** What to ask, or what to ask in its place. */
  ask(home: HomeSession, question: Question): Question {
    if (home !== this.#home) this.#refused = undefined;
    this.#home = home;
    if (this.#refused && same(this.#refused.question, question)) return this.#refused.instead;
    this.#refused = undefined;
    const { error, begun } = this.feed;
    const instead = error && !begun && same(this.feed.question, question) && detour(home, question, error);
    if (!instead) return question;
    this.#refused = { question, why: error, instead };
    return instead;
  }

  /** Something has been written on this page: it stands on top of the lists that it belongs to. */
  readonly #hear = (event: Event) => {
    const { name: key } = event as MastoPostEvent;
    const home = this.#home;
    const { session, feed } = this.feed.question ?? {};
    const status = home?.statuses.get(key);
    if (!home || !status || !feed || session !== home) return;
    const belongs = status.account === home.me.key && (feed.name === 'home' || isMe(home, feed));
    if (belongs && this.feed.begun && wanted(home, key, feed)) this.#add(key, home);
  };

  #add(key: string, home: HomeSession) {
    const { newer } = this;
    if ([newer, ...this.feed.chunks.map(({ keys }) => keys)].some((keys) => keys.includes(key))) return;
    if (!newer.length) this.#let();
    this.#to = this.feed.question;
    this.#newer = [key, ...newer];
    this.#holds.push(home.statuses.hold(key));
    this.host.requestUpdate();
  }

  #let() {
    for (const release of this.#holds.splice(0)) release();
  }
}
