import { initialState, Task, TaskStatus } from '@lit/task';
import type { LitElement } from 'lit';
import type { Load } from '../base/masto-element.js';
import { MastoError } from '../mastodon/errors.js';
import { harvestGiven, type Given } from '../mastodon/given.js';
import type { Session } from '../mastodon/session.js';
import { LoadController } from './load-controller.js';
import { SessionController } from './session-controller.js';
import type { Facts } from './status-controller.js';

/** What a `<masto-status>` that stands alone says about its post. */
export interface StatusArgs {
  readonly instance?: string | undefined;
  readonly src?: string | undefined;
  readonly statusId?: string | undefined;
  readonly status?: unknown;
}

type Host = LitElement & { load: Load };

/** `https://host/@user/1`, `/users/user/statuses/1`, `/notice/1`, `/objects/1`: the last step of the path is the id. */
const idOf = (src: string | undefined) =>
  src && URL.canParse(src) ? new URL(src).pathname.split('/').filter(Boolean).at(-1) : undefined;

/** Finds the post of a tag that stands alone: asks a server for it, or takes what the page gave. */
export class StatusSource {
  readonly load: LoadController;
  readonly #session: SessionController;
  readonly #task: Task<readonly [Session | undefined, string | undefined], string>;
  #given: Given | undefined;
  #from: unknown;

  #complaint: MastoError | undefined;

  constructor(
    private readonly host: Host,
    private readonly args: () => StatusArgs,
  ) {
    this.#session = new SessionController(host, () => (args().status ? {} : args()));
    this.load = new LoadController(host, () => this.session?.host);
    this.#task = new Task(host, {
      args: () => [this.load.ready && !this.#senseless ? this.#session.value : undefined, this.#id] as const,
      task: ([session, id], { signal }) => (session && id ? session.readStatus(id, signal) : initialState),
    });
  }

  get session(): Session | undefined {
    return this.#session.value;
  }

  /** The post, once it is known. */
  get value(): { facts: Facts; key: string } | undefined {
    if (this.args().status) return this.#fromPage();
    const { status, value } = this.#task;
    return status === TaskStatus.COMPLETE && this.session && value ? { facts: this.session, key: value } : undefined;
  }

  /** Why there is no post to show. */
  get error(): MastoError | undefined {
    if (this.args().status)
      return this.#fromPage()
        ? undefined
        : (this.#complaint ??= new MastoError('wrong-shape', { host: location.host }));
    if (this.#senseless) return this.#senseless;
    const { error } = this.#session.error ? this.#session : this.#task;
    return error instanceof MastoError ? error : undefined;
  }

  /** What no server need be asked about. */
  get #senseless(): MastoError | undefined {
    const { load } = this.host;
    if (!['visible', 'eager', 'click'].includes(load))
      return (this.#complaint ??= new MastoError('bad-attribute', {
        attribute: 'load',
        value: load,
        advice: 'is none of visible eager click',
      }));
    if (!this.#id) return (this.#complaint ??= new MastoError('nothing-named', { attribute: 'src' }));
    return (this.#complaint = undefined);
  }

  retry(): void {
    void this.#task.run();
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
