import type { LitElement, ReactiveController } from 'lit';
import { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import type { Sent } from '../../mastodon/drafts.js';
import { findPosted } from '../../mastodon/find-posted.js';
import { bodyOf, isUnsure, post, type Post, type Posted } from '../../mastodon/posting.js';
import { parentProblem, problemOf, type Problem } from './problems.js';
import type { Writing } from './writing.js';

/** How far the reader has come. */
export type Phase =
  /** `waiting` for files; `online` again, after it could not be sent. */
  | { readonly name: 'writing' | 'waiting' | 'sending' | 'looking' | 'online' }
  | { readonly name: 'stopped'; readonly problem: Problem }
  /** With the time at which it will be, where it waits for that. */
  | {
      readonly name: 'posted';
      readonly url: string | undefined;
      readonly scheduledAt?: string | undefined;
      /** It was out before, and has been changed. */
      readonly edited?: boolean;
    };

/** Sends what is written, never twice, and finds out what became of it (R164–R168). */
export class Sending implements ReactiveController {
  phase: Phase = { name: 'writing' };
  #wait: AbortController | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly writing: Writing,
    private readonly on: {
      /** @param here what stood in the form was this, and is over */
      posted(home: HomeSession, posted: Posted, here: boolean): void;
      /** There are files that are not up yet. */
      holds(): boolean;
      /** Waits for them. */
      ready(signal: AbortSignal): Promise<Problem | undefined>;
      stopped(problem: Problem): void;
      failed(error: MastoError): void;
    },
  ) {
    host.addController(this);
  }

  get busy(): boolean {
    return ['waiting', 'sending', 'looking'].includes(this.phase.name);
  }

  /** The reader goes on: what was said about the version before is over. What is on its way stays on its way. */
  rest(): void {
    if (!this.busy) this.halt();
  }

  /** It is not to be sent: nothing is waited for any more. */
  halt(): void {
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
    this.#show({ name: this.on.holds() ? 'waiting' : 'sending' });
    writing.save();
    const { place } = writing;
    let sent: Sent;
    const { host, transport } = home;
    if (!transport.browser.online()) return this.#fail(new MastoError('offline', { host }), replying);
    if (!home.may('write:statuses')) return this.#fail(new MastoError('out-of-scope', { host }), replying);
    const { signal } = (this.#wait = new AbortController());
    const missing = await this.on.ready(signal);
    if (place !== writing.place || signal.aborted) return;
    if (missing) return this.stop(missing);
    this.#show({ name: 'sending' });
    try {
      const body = bodyOf(await draft());
      // Somebody else stands there by now, or something else.
      if (signal.aborted) return;
      sent = writing.leave(body);
    } catch (error) {
      return signal.aborted ? undefined : this.stop(parentProblem(error as MastoError));
    }
    try {
      this.#finish(home, place!, sent, await post(home, sent.body, sent.key));
    } catch (error) {
      // Whoever has it before them again is told what became of it.
      if (signal.aborted) return;
      if (isUnsure(error as MastoError)) return this.look(home, sent);
      writing.refused();
      this.#fail(error as MastoError, replying);
    }
  }

  /** Nobody knows whether it is out: the reader's own last posts tell (R165). */
  async look(home: HomeSession, sent: Sent): Promise<void> {
    const { place } = this.writing;
    const { scheduledAt, editing } = this.writing.draft;
    const unseen = editing ? 'unseenEdit' : scheduledAt ? 'unseenWaiting' : 'unseen';
    this.#show({ name: 'looking' });
    const { signal } = (this.#wait = new AbortController());
    if (!home.may('read:statuses'))
      return this.stop(scheduledAt ? { term: 'unsureTwice', way: 'read' } : { term: 'unsure', way: 'again' });
    try {
      const found = await findPosted(home, sent.body, sent.at);
      if (found) this.#finish(home, place!, sent, found);
      else if (!signal.aborted) this.stop({ term: unseen, way: 'again' });
    } catch (error) {
      if (signal.aborted) return;
      if ((error as MastoError).failure === 'expired') this.#fail(error as MastoError, false);
      else this.stop({ term: 'unasked', way: 'look' });
    }
  }

  hostConnected(): void {
    addEventListener('online', this.#back);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#back);
  }

  /** The network is there again: that is said, and nothing sent. */
  readonly #back = () => {
    if (this.phase.name === 'stopped' && this.phase.problem.term === 'offline') this.#show({ name: 'online' });
  };

  #finish(home: HomeSession, place: NonNullable<Writing['place']>, sent: Sent, posted: Posted) {
    const { key, scheduledAt } = posted;
    const here = place === this.writing.place;
    const edited = !!this.writing.draft.editing;
    const over = this.writing.done(place, sent.key);
    if (here) this.#show({ name: 'posted', url: key && home.statuses.get(key)?.url, scheduledAt, edited });
    this.on.posted(home, posted, over);
  }

  #fail(error: MastoError, replying: boolean) {
    this.stop(problemOf(error, { replying, media: !!this.writing.draft.media }, Date.now()));
    this.on.failed(error);
  }

  #show(phase: Phase) {
    this.phase = phase;
    this.host.requestUpdate();
  }
}
