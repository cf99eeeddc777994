import { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { findQuotable, type Quotable } from '../../../mastodon/quoting.js';
import type { Composer } from '../composer.js';

type What = { readonly url: string } | { readonly id: string };

interface Search {
  readonly home: HomeSession;
  /** What it is known by. */
  of: string;
  done?: Promise<void>;
  found?: Quotable;
  error?: MastoError;
}

const nameOf = (what: What) => ('id' in what ? what.id : what.url);

/** Which post is to be quoted, and what has become of the search for it. */
export class Seeking {
  #search: Search | undefined;
  /** An address that the reader has given, until it is known what their server calls that post. */
  #chosen: string | undefined;

  constructor(private readonly composer: Composer) {}

  get found(): Quotable | undefined {
    return this.#search?.found;
  }

  get error(): MastoError | undefined {
    return this.#search?.error;
  }

  /** The reader's choice, else the tag's. */
  get wanted(): What | undefined {
    const { writing, form } = this.composer;
    const { quote } = writing.draft;
    if (this.#chosen) return { url: this.#chosen };
    if (quote !== undefined) return quote ?? undefined;
    return form.quote ? { url: form.quote } : undefined;
  }

  /** Its page, as far as that is known. */
  get url(): string | undefined {
    const { writing, form } = this.composer;
    return this.#chosen ?? (writing.draft.quote ?? this.found)?.url ?? form.quote;
  }

  /** Looks for what is wanted, once for each; settles when it is known. */
  look(): Promise<void> | undefined {
    const { asking: home } = this.composer;
    const what = this.wanted;
    if (!what || !home) {
      this.#search = undefined;
      if (this.composer.quoted) this.#tell(undefined);
      return undefined;
    }
    if (this.#search?.home === home && this.#search.of === nameOf(what)) return this.#search.done;
    const search: Search = { home, of: nameOf(what) };
    this.#search = search;
    return (search.done = this.#find(search, what));
  }

  /** The reader has named one. Resolves with whether it can be quoted. */
  async choose(url: string): Promise<boolean> {
    this.#chosen = url;
    this.#search = undefined;
    this.composer.form.requestUpdate();
    await this.look();
    return this.#chosen === undefined && !!this.found;
  }

  /** None is quoted. */
  drop(): void {
    const { form, writing } = this.composer;
    this.forget();
    writing.change({ quote: form.quote ? null : undefined });
  }

  /** Asks again, or for another one. */
  forget(): void {
    this.#chosen = this.#search = undefined;
    this.composer.form.requestUpdate();
  }

  again(): void {
    this.#search = undefined;
    this.composer.form.requestUpdate();
  }

  async #find(search: Search, what: What) {
    const { home } = search;
    try {
      search.found = await findQuotable(home, what);
    } catch (error) {
      search.error = error instanceof MastoError ? error : new MastoError('offline', { host: home.host });
    }
    if (search !== this.#search) return;
    const { found } = search;
    if (found && this.#chosen && found.consent !== 'denied') {
      this.#chosen = undefined;
      search.of = found.id;
      this.composer.writing.change({ quote: { id: found.id, url: found.url } });
    }
    this.#tell(found);
  }

  /** What is quoted narrows who may see it. */
  #tell(found: Quotable | undefined) {
    const { composer } = this;
    composer.quoted = found && { id: found.id, url: found.url, visibility: found.status.visibility };
    composer.form.requestUpdate();
  }
}
