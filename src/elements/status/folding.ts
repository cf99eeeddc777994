import type { LitElement } from 'lit';
import { treeOf } from '../../content/content.js';
import { full } from '../../i18n/figures.js';
import { type FullerSpeaker, fullerWords } from '../../i18n/fuller.js';
import type { Status } from '../../mastodon/entities.js';
import { content } from '../../parts/content/content.js';
import { type Cut, cut } from '../../parts/fold/cut.js';
import { fold, original } from '../../parts/fold/fold.js';
import { styles } from '../../parts/fold/fold.styles.js';
import type { PostContext } from '../../parts/post-context.js';
import { wordsIn } from '../../parts/warning/warning.js';
import { adoptLate } from '../../styles/adopt.js';
import type { Kind } from './fuller.js';
import { isLong } from './long.js';
import type { Around, Pieces } from './pieces.js';

interface Folded {
  /** What was drawn before. */
  readonly of: Node;
  /** In full, as far as it is shown at all. */
  readonly box: HTMLElement;
  readonly cut: Cut | undefined;
  /** Words in the rest. */
  readonly n: number;
}

/** Folds long posts: what they hide can be found by the browser's search, is printed, and is not reached by Tab. */
export class Folding implements Kind {
  #folded: Folded | undefined;
  /** The browser's search has found something in the rest: its nodes stay. */
  #found = false;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(status: Status, post: PostContext, before: Pieces): Partial<Pieces> {
    return isLong(status.content) ? { content: () => this.#draw(status, post, before.content()) } : {};
  }

  press({ value }: HTMLButtonElement): boolean {
    if (value !== 'unfold') return false;
    this.#found = false;
    this.around.toggle(value);
    // What was below the long text would be far above the screen.
    if (!this.around.isOpen(value)) void this.host.updateComplete.then(() => this.#folded?.box && this.#comeBack());
    return true;
  }

  #draw(status: Status, post: PostContext, drawn: unknown) {
    const words = fullerWords.speaker(post.words.lang);
    if (!words) void fullerWords.load(post.words.lang).then(() => this.host.requestUpdate());
    if (!words || !(drawn instanceof HTMLElement)) return drawn;
    const { box, cut, n } = this.#foldedOf(drawn, status, post, words);
    adoptLate(this.host.renderRoot, [styles]);
    if (!cut) return box;
    const open = this.around.isOpen('unfold');
    cut.head.classList.toggle('content-folded', !open);
    if (open) cut.rest.removeAttribute('hidden');
    else cut.rest.setAttribute('hidden', 'until-found');
    return [...(open && !this.#found ? [box] : [cut.head, cut.rest]), fold(open, full(n, post.words), words)];
  }

  #foldedOf(of: HTMLElement, status: Status, post: PostContext, words: FullerSpeaker): Folded {
    if (this.#folded?.of === of) return this.#folded;
    const tooMuch = of.lastChild?.textContent === '…' && !treeOf(status.content);
    const box = tooMuch ? content(status, post, () => original(status.url, words)) : of;
    const both = cut(box);
    both?.rest.addEventListener('beforematch', () => {
      this.#found = true;
      this.around.toggle('unfold');
    });
    return (this.#folded = { of, box, cut: both, n: both ? wordsIn(both.rest) : 0 });
  }

  #comeBack() {
    if (this.host.getBoundingClientRect().top < 0) this.host.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}
