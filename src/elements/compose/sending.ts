import type { LitElement } from 'lit';
import { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import type { Sent } from '../../mastodon/drafts.js';
import { bodyOf, findPosted, isUnsure, post, type Post, type Posted } from '../../mastodon/posting.js';
import { parentProblem, problemOf, type Problem } from './problems.js';
import type { Writing } from './writing.js';

/** How far the reader has come. */
export type Phase =
  | { readonly name: 'writing' | 'sending' | 'looking' }
  | { readonly name: 'stopped'; readonly problem: Problem }
  /** With the time at which it will be, where it waits for that. */
  | { readonly name: 'posted'; readonly url: string | undefined; readonly scheduledAt?: string | undefined };

/** Sends what is written, never twice, and finds out what became of it (R164–R168). */
export class Sending {
  phase: Phase = { name: 'writing' };
  #wait: AbortController | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly writing: Writing,
    private readonly on: {
      posted(home: HomeSession, posted: Posted): void;
      /** Waits for what is not up yet. */
      ready(signal: AbortSignal): Promise<Problem | undefined>;
      stopped(problem: Problem): void;
      failed(error: MastoError): void;
    },
  ) {}

  get busy(): boolean {
    return this.phase.name === 'sending' || this.phase.name === 'looking';
  }

  /** The reader goes on: what was said about the version before is over. */
  rest(): void {
    this.#wait?.abort();
    this.#show({ name: 'writing' });
  }

  stop(problem: Problem): void {
    this.#show({ name: 'stopped', problem });
    this.on.stopped(problem);
  }

  /** @param draft what is to be sent; may reject with MastoError: nothing has left then */
  async send(home: HomeSession, replying: boolean, draft: () => Promise<Post>): Promise<void> {
    const { writing } = this;
    this.#show({ name: 'sending' });
    writing.save();
    const { place } = writing;
    let sent: Sent;
    const { host, transport } = home;
    if (!transport.browser.online()) return this.#fail(new MastoError('offline', { host }), replying);
    if (!home.may('write:statuses')) return this.#fail(new MastoError('out-of-scope', { host }), replying);
    const missing = await this.on.ready((this.#wait = new AbortController()).signal);
    if (place !== writing.place || this.phase.name !== 'sending') return;
    if (missing) return this.stop(missing);
    try {
      sent = writing.leave(bodyOf(await draft()));
    } catch (error) {
      return this.stop(parentProblem(error as MastoError));
    }
    try {
      this.#finish(home, place!, await post(home, sent.body, sent.key));
    } catch (error) {
      if (isUnsure(error as MastoError)) return this.look(home, sent);
      // Somebody else stands there by now.
      if (place !== writing.place) return;
      writing.refused();
      this.#fail(error as MastoError, replying);
    }
  }

  /** Nobody knows whether it is out: the reader's own last posts tell (R165). */
  async look(home: HomeSession, sent: Sent): Promise<void> {
    const { place } = this.writing;
    this.#show({ name: 'looking' });
    if (!home.may('read:statuses')) return this.stop({ term: 'unsure', way: 'again' });
    try {
      const key = await findPosted(home, sent.body, sent.at);
      if (key) this.#finish(home, place!, { key });
      else this.stop({ term: 'unseen', way: 'again' });
    } catch (error) {
      if ((error as MastoError).failure === 'expired') this.#fail(error as MastoError, false);
      else this.stop({ term: 'unasked', way: 'look' });
    }
  }

  #finish(home: HomeSession, place: NonNullable<Writing['place']>, posted: Posted) {
    const { key, scheduledAt } = posted;
    const here = place === this.writing.place;
    this.writing.done(place);
    if (here) this.#show({ name: 'posted', url: key && home.statuses.get(key)?.url, scheduledAt });
    this.on.posted(home, posted);
  }

  #fail(error: MastoError, replying: boolean) {
    this.stop(problemOf(error, replying, Date.now()));
    this.on.failed(error);
  }

  #show(phase: Phase) {
    this.phase = phase;
    this.host.requestUpdate();
  }
}
