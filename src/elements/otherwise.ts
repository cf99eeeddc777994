import { type LitElement, nothing } from 'lit';
import { MastoErrorEvent } from '../base/events.js';
import { LazyController } from '../controllers/lazy-controller.js';
import { languageOf } from '../i18n/language.js';
import { type PostSpeaker, postWords } from '../i18n/post.js';
import type { MastoError } from '../mastodon/errors.js';
import type { Instead } from '../parts/instead/instead.js';
import { lost } from '../parts/lost/lost.js';
import { adoptLate } from '../styles/adopt.js';

/** What a tag shows when there is no post to show: it comes, with its words and its sheet, when it is needed. */
export class Otherwise extends LazyController<Instead> {
  #told: MastoError | undefined;

  constructor(private readonly tag: LitElement) {
    super(
      tag,
      () =>
        import('../parts/instead/instead.js').then(({ bringInstead }) =>
          bringInstead(postWords.speaker(languageOf(tag))?.lang ?? 'en'),
        ),
      ({ styles }) => adoptLate(tag.renderRoot, styles),
    );
  }

  /** Draws by what has come; nothing while it is on its way, a sentence when it cannot come. */
  draw(words: PostSpeaker, how: (instead: Instead) => unknown): unknown {
    const { value } = this;
    if (value && value.lang !== words.lang) this.renew();
    return value ? how(value) : this.lost ? lost(words) : nothing;
  }

  /** Tells the page what has failed, once, and its author what to mend. */
  tell(error: MastoError): void {
    if (error === this.#told || !this.value) return;
    this.#told = error;
    this.value.warnAuthor(this.tag, error);
    this.tag.dispatchEvent(new MastoErrorEvent(error));
  }
}
