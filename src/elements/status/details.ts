import type { LitElement } from 'lit';
import { detailsWords } from '../../i18n/details.js';
import type { Status } from '../../mastodon/entities.js';
import { pinned } from '../../parts/context/pinned.js';
import { facts } from '../../parts/facts/facts.js';
import { styles } from '../../parts/facts/facts.styles.js';
import type { PostContext } from '../../parts/post-context.js';
import { adoptLate } from '../../styles/adopt.js';
import type { Kind } from './fuller.js';
import type { Around, Pieces } from './pieces.js';

/** Whether an element stands alone: no list has given it its post. */
export const isAlone = (host: LitElement): boolean => !(host as { entry?: unknown }).entry;

/** What a post says of itself where it stands alone. */
export class Details implements Kind {
  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces({ key }: Status, post: PostContext): Partial<Pieces> {
    const isPinned = this.around.shown().home?.mine.is(key, 'pinned');
    return {
      ...(isPinned && { above: () => this.#pinned(post) }),
      ...(isAlone(this.host) && { foot: () => this.#facts(post) }),
    };
  }

  #words({ words: { lang } }: PostContext) {
    const words = detailsWords.speaker(lang);
    if (!words) void detailsWords.load(lang).then(() => this.host.requestUpdate());
    return words;
  }

  #pinned(post: PostContext) {
    const words = this.#words(post);
    return words && pinned(words);
  }

  #facts(post: PostContext) {
    const words = this.#words(post);
    const { status, home } = this.around.shown();
    if (!words || !status) return undefined;
    adoptLate(this.host.renderRoot, [styles]);
    // A translation has another language than what was written.
    return facts(home?.mine.join(status).status ?? status, status.language, post, words);
  }
}
