import { initialState, Task, TaskStatus } from '@lit/task';
import type { LitElement } from 'lit';
import type { Load } from '../base/masto-element.js';
import { MastoError } from '../mastodon/errors.js';
import { harvestGiven, type Given } from '../mastodon/given.js';
import type { HomeSession } from '../mastodon/home-session.js';
import { readStatus } from '../mastodon/reading.js';
import { Session } from '../mastodon/session.js';
import { LoadController } from './load-controller.js';
import { SessionController } from './session-controller.js';
import type { StatusPlace } from './status-controller.js';
import { waiting } from './waiting.js';

/** What a `<masto-status>` that stands alone says about its post. */
export interface StatusArgs {
  readonly instance?: string | undefined;
  readonly src?: string | undefined;
  readonly statusId?: string | undefined;
  readonly status?: unknown;
}

type Host = LitElement & { load: Load };

/**
 * `https://host/@user/1`, `/users/user/statuses/1`, `/notice/1`, `/objects/1`: the last step of the path is the id. A
 * boost's own address has one step more.
 */
const idOf = (src: string | undefined) =>
  src && URL.canParse(src)
    ? new URL(src).pathname
        .replace(/\/activity\/?$/, '')
        .split('/')
        .filter(Boolean)
        .at(-1)
    : undefined;

/** Finds the post of a tag that stands alone: asks a server for it, or takes what the page gave. */
export class StatusSource {
  readonly load: LoadController;
  /** The server has not answered for long, or has asked for a pause: until when, in ms since 1970, or the past. */
  late: number | undefined;
  readonly #session: SessionController;
  readonly #task: Task<readonly [Session | undefined, string | undefined, HomeSession | undefined], StatusPlace>;
  /** Visitors were turned away: whoever signs in may see it. */
  #closed = false;
  #given: Given | undefined;
  #from: unknown;

  #complaint: MastoError | undefined;

  constructor(
    private readonly host: Host,
    private readonly args: () => StatusArgs,
  ) {
    this.#session = new SessionController(host, () => (args().status ? {} : args()));
    this.load = new LoadController(host, () => (this.session?.signedIn ? '' : this.session?.host));
    this.#task = new Task(host, {
      args: () => {
        const { value, home } = this.#session;
        const session = this.load.ready && !this.#senseless ? value : undefined;
        return [session, this.#id, this.#closed ? home : undefined] as const;
      },
      task: ([session, id], { signal }) => (session && id ? this.#read(session, id, signal) : initialState),
    });
  }

  get session(): Session | undefined {
    return this.#session.value;
  }

  /** The post, once it is known. */
  get value(): StatusPlace | undefined {
    const { status, value } = this.#task;
    const place = this.args().status ? this.#fromPage() : status === TaskStatus.COMPLETE && this.session && value;
    return place ? { ...place, home: this.#session.home } : undefined;
  }

  /** Why there is no post to show. */
  get error(): MastoError | undefined {
    if (this.args().status)
      return this.#fromPage()
        ? undefined
        : (this.#complaint ??= new MastoError('wrong-shape', { host: location.host }));
    if (this.#senseless) return this.#senseless;
    const { status, error } = this.#task;
    const failed = this.#session.error ?? (status === TaskStatus.ERROR && error);
    return failed instanceof MastoError ? failed : undefined;
  }

  /** What no server need be asked about. */
  get #senseless(): MastoError | undefined {
    const { load } = this.host;
    const { src } = this.args();
    if (!['visible', 'eager', 'click'].includes(load))
      return this.#complain('load', load, 'is none of visible eager click');
    if (this.#id) return (this.#complaint = undefined);
    if (src) return this.#complain('src', src, 'is not the address of a post');
    return this.#complain('src');
  }

  /** The same object for the same complaint: the page is told once. */
  #complain(attribute: string, value?: string, advice?: string) {
    const { facts } = this.#complaint ?? {};
    if (facts?.attribute !== attribute || facts.value !== value)
      this.#complaint = new MastoError(value ? 'bad-attribute' : 'nothing-named', { attribute, value, advice });
    return this.#complaint;
  }

  retry(): void {
    void this.#task.run();
  }

  /** The reader does not want to wait any longer. */
  cancel(): void {
    this.#task.abort(new MastoError('cancelled', { host: this.session?.host }));
  }

  async #read(session: Session, id: string, signal: AbortSignal) {
    const settled = waiting(session.host, (late) => {
      this.late = late;
      this.host.requestUpdate();
    });
    try {
      return { facts: session, key: await readStatus(session, id, signal) };
    } catch (error) {
      return await this.#otherwise(error, session, id, signal);
    } finally {
      settled();
      this.late = undefined;
    }
  }

  /** Reads it without a token that is no longer good (R36), or through the reader's own server, where the other one lets nobody in. */
  async #otherwise(error: unknown, session: Session, id: string, signal: AbortSignal): Promise<StatusPlace> {
    const { home } = this.#session;
    const { src } = this.args();
    this.#closed ||= !home;
    if (home?.expired && session === home) {
      const facts = Session.at(home.origin);
      return { facts, key: await readStatus(facts, id, signal) };
    }
    if (!home || !src || session === home) throw error;
    const { isClosed, localStatus } = await import('../mastodon/resolve.js');
    if (!isClosed(error)) throw error;
    return { facts: home, key: await localStatus(home, src, signal).catch(() => Promise.reject(error as Error)) };
  }

  #fromPage(): Given | undefined {
    const { status } = this.args();
    if (status !== this.#from) this.#given = harvestGiven((this.#from = status));
    return this.#given;
  }

  get #id() {
    const { statusId, src } = this.args();
    return statusId || idOf(src);
  }
}
