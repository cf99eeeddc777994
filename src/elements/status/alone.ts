import { nothing } from 'lit';
import { MastoLoadEvent } from '../../base/events.js';
import { pageUrl } from '../../base/url.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import type { StatusSource } from '../../controllers/status-source.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { Status } from '../../mastodon/entities.js';
import { Otherwise } from '../otherwise.js';
import type { MastoStatus } from './status.js';

/** What a post that no list has read is to its tag: where it comes from, and what stands there as long as it does not. */
export class Alone {
  #coming?: LazyController<StatusSource>;
  #others?: Otherwise;
  #told: unknown;

  constructor(private readonly tag: MastoStatus) {}

  /** Where it comes from; brought when it is asked for first. */
  get source(): StatusSource | undefined {
    this.#coming ??= new LazyController(this.tag, () =>
      import('../../controllers/status-source.js').then(
        ({ StatusSource }) => new StatusSource(this.tag, () => this.tag),
      ),
    );
    return this.#coming.value;
  }

  /** Gone, loading, not agreed to yet, or failed. */
  draw(words: PostSpeaker, gone: boolean): unknown {
    if (gone) return this.#otherwise.draw(words, (instead) => instead.gone());
    const { error, load, session, late } = this.source ?? {};
    return this.#otherwise.draw(words, (instead) => {
      if (error) return instead.failed(error, this.tag.querySelector('a') ? undefined : pageUrl(this.tag.src));
      if (load?.asks) return instead.ask(session!.host);
      return [instead.loading(), late === undefined ? nothing : instead.late(session!.host, late)];
    });
  }

  /** Dispatches what has become of it, once. */
  tell(status: Status | undefined): void {
    const error = this.source?.error;
    if (!status && error) this.#otherwise.tell(error);
    if (!status || status.key === this.#told) return;
    this.#told = status.key;
    this.tag.dispatchEvent(new MastoLoadEvent(1));
  }

  /** Does what a button of `draw` names. */
  press(verb: string): void {
    if (verb === 'retry') this.source?.retry();
    if (verb === 'cancel') this.source?.cancel();
    if (verb === 'agree') this.source?.load.agree();
  }

  get #otherwise(): Otherwise {
    return (this.#others ??= new Otherwise(this.tag));
  }
}
