import type { LitElement } from 'lit';
import type { ShownStatus } from '../../controllers/status-controller.js';
import { detailsWords } from '../../i18n/details.js';
import { fullerWords } from '../../i18n/fuller.js';
import { mediaWords } from '../../i18n/media.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../../parts/post-context.js';
import { Cards, prepareCards } from './cards.js';
import { Details } from './details.js';
import { Filtering, hides, prepare } from './filtering.js';
import { Folding } from './folding.js';
import type { Around, Pieces } from './pieces.js';
import { Players } from './players.js';
import { Quoting } from './quoting.js';
import type { Page } from './rich.js';
import { prepareTranslation, Translating } from './translating.js';
import { prepareVoting, Voting } from './voting.js';

/** Draws a kind of thing that few posts hold. Made for each post: what it needs comes when it is drawn, its sheet too. */
export interface Kind {
  /** The pieces that it draws in a post; those that it leaves out are drawn by whoever comes before it. */
  pieces(status: Status, post: PostContext, before: Pieces): Partial<Pieces>;
  /** Does what a button of its own names. True when it was its own. */
  press?(button: HTMLButtonElement): boolean;
  /** The post that a link belongs to, when it is another than the one around it. */
  shownAt?(link: HTMLAnchorElement): ShownStatus | undefined;
}

/** @param inner draws the pieces of a post inside the post */
type KindClass = new (host: LitElement, around: Around, inner: (around: Around) => Fuller) => Kind;

/** One row a kind, in the order in which they are asked: whose buttons stand in another post comes first, who hides things last. */
const kinds: readonly KindClass[] = [Quoting, Players, Cards, Voting, Folding, Details, Translating, Filtering];

/** What few posts hold, for the posts that do. */
export class Fuller {
  /** What must be known before a page of posts is drawn. */
  static readonly prepare = (page: Page, keys: readonly string[], lang: string) =>
    Promise.all([
      prepare(page, keys, lang),
      prepareTranslation(page, keys, lang),
      prepareVoting(page, keys, lang),
      prepareCards(page, keys, lang),
    ]);
  /** What must be known before a post is drawn that stands alone. */
  static readonly prepareAlone = (lang: string) =>
    Promise.all([detailsWords.load(lang), fullerWords.load(lang), mediaWords.load(lang)]);
  /** Whether the reader has filtered a post out. */
  static readonly hides = hides;

  readonly #kinds: readonly Kind[];

  constructor(host: LitElement, around: Around) {
    this.#kinds = kinds.map((Each) => new Each(host, around, (inside) => new Fuller(host, inside)));
  }

  pieces(status: Status, post: PostContext, plain: Pieces): Pieces {
    return this.#kinds.reduce((before, each) => ({ ...before, ...each.pieces(status, post, before) }), plain);
  }

  press(button: HTMLButtonElement): boolean {
    return this.#kinds.some((each) => each.press?.(button));
  }

  shownAt(link: HTMLAnchorElement): ShownStatus | undefined {
    for (const each of this.#kinds) {
      const shown = each.shownAt?.(link);
      if (shown) return shown;
    }
    return undefined;
  }
}
