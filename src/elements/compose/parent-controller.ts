import type { LitElement, ReactiveController } from 'lit';
import { pageUrl } from '../../base/url.js';
import { StatusController, type Facts, type ShownStatus } from '../../controllers/status-controller.js';
import { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';

/** A post that a list has read and the reader answers. */
export interface Parent {
  readonly facts: Facts;
  readonly key: string;
}

/** What is answered, as the tag says it, and who asks for it. */
export interface Answering {
  readonly parent: Parent | undefined;
  /** An address; without it and `parent` nothing is answered. */
  readonly url: string | undefined;
  /** Undefined until it may be asked. */
  readonly home: HomeSession | undefined;
}

/** Brings the post that is answered: from the list it stands in, or through the reader's own server (R180). */
export class ParentController implements ReactiveController {
  error: MastoError | undefined;
  readonly #post: StatusController;
  #found: Parent | undefined;
  #asked: readonly [HomeSession, string] | undefined;
  /** As it was known last, and under which key. */
  #last: { readonly key: string | undefined; readonly value: ShownStatus } | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly args: () => Answering,
  ) {
    host.addController(this);
    this.#post = new StatusController(host, () => args().parent ?? this.#found);
  }

  /** Undefined while it is not known. Of one that has been deleted, what was known: whom the answer is for does not change. */
  get value(): ShownStatus | undefined {
    const { value } = this.#post;
    const key = (this.args().parent ?? this.#found)?.key;
    if (value) this.#last = { key, value };
    return value ?? (this.gone && key === this.#last?.key ? this.#last?.value : undefined);
  }

  /** It was here, and has been deleted meanwhile (R162). */
  get gone(): boolean {
    return this.#post.gone;
  }

  /** What the reader's own server calls it; undefined when nothing is answered. Rejects with MastoError. */
  async localId(home: HomeSession): Promise<string | undefined> {
    const { status } = this.value ?? {};
    if (!status) return undefined;
    const { localId } = await import('../../mastodon/resolve.js').catch(() => {
      throw new MastoError('unreachable', { host: home.host });
    });
    return localId(home, status);
  }

  /** Asks again. */
  retry(): void {
    this.#asked = undefined;
    this.host.requestUpdate();
  }

  hostUpdate() {
    const { parent, url, home } = this.args();
    if (parent || !url) {
      this.#found = this.error = this.#asked = undefined;
      return;
    }
    if (!home || (this.#asked?.[0] === home && this.#asked[1] === url)) return;
    this.#asked = [home, url];
    this.#found = this.error = undefined;
    void this.#find(home, url, this.#asked);
  }

  async #find(home: HomeSession, url: string, asked: unknown) {
    let found: Parent | undefined;
    let failure: MastoError | undefined;
    try {
      const address = pageUrl(url);
      if (!address) throw new MastoError('bad-attribute', { attribute: 'in-reply-to', value: url });
      const { localStatus } = await import('../../mastodon/resolve.js');
      found = { facts: home, key: await localStatus(home, address) };
    } catch (error) {
      failure = error instanceof MastoError ? error : new MastoError('unreachable', { host: home.host });
    }
    if (asked !== this.#asked) return;
    this.#found = found;
    this.error = failure;
    this.host.requestUpdate();
  }
}
