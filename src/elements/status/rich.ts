import type { LitElement } from 'lit';
import { LazyController } from '../../controllers/lazy-controller.js';
import type { ShownStatus, StatusPlace } from '../../controllers/status-controller.js';
import { languageOf } from '../../i18n/language.js';
import type { Status } from '../../mastodon/entities.js';
import { hasMore } from '../../parts/link-card/link-card.js';
import { few, isPicture } from '../../parts/media/media.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Fuller } from './fuller.js';
import { isLong } from './long.js';
import type { Around, Pieces } from './pieces.js';

let kind: typeof Fuller | undefined;

const bring = async () => (kind ??= (await import('./fuller.js')).Fuller);

/** Shows what a picture's mark stands for. */
const tell = (mark: HTMLButtonElement, around: Around) =>
  import('./described.js').then(({ tell }) => tell(mark, around)).catch(() => undefined);

/** Shows what a post was before it was edited. Without a network nothing comes: the next press tries again. */
const open = (host: LitElement, around: Around) =>
  import('./history.js').then(({ openHistory }) => openHistory(host, around)).catch(() => undefined);

/** Whether a post holds what few do, so that `fuller.ts` must draw it. */
const isRich = ({ quote, media, content, card }: Status) =>
  !!quote || hasMore(card) || media.length > few || !media.every(isPicture) || isLong(content);

/** What stands in a list: where its facts are, who reads it, and what list it is. */
export type Page = Omit<StatusPlace, 'key'>;

/** Brings what a page of posts needs besides, before it is drawn, so that nothing moves afterwards. Never rejects. */
export function bringFor(
  host: LitElement,
  page: Page,
  keys: readonly string[],
  media: string,
): Promise<unknown> | undefined {
  const { statuses } = page.facts;
  const needed =
    page.home ||
    keys.some((key) => {
      const status = statuses.proper(key);
      return status && (isRich(status) || (media === 'none' && status.media.length));
    });
  return needed
    ? bring()
        .then(({ prepare }) => prepare(page, keys, languageOf(host)))
        .catch(() => undefined)
    : undefined;
}

const bringAlone = (host: LitElement) =>
  bring()
    .then(({ prepareAlone }) => prepareAlone(languageOf(host)))
    .then(
      () => true as const,
      () => true as const,
    );

/** Those that the reader has not filtered out of this list. */
export const unfiltered = (page: Page, keys: readonly string[]): readonly string[] =>
  page.home ? keys.filter((key) => !kind?.hides({ ...page, key })) : keys;

/** What few posts hold: brought for the first that does; until it is there, the plain pieces stand in its place. */
export class Rich {
  #fuller: Fuller | undefined;
  #coming: LazyController<typeof Fuller> | undefined;
  #alone: LazyController<true> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  /** A post that stands alone waits for what is said below it. True, too, when that cannot be had. */
  get isReady(): boolean {
    return this.#isListed || !!(this.#alone ??= new LazyController(this.host, () => bringAlone(this.host))).value;
  }

  get #isListed() {
    return !!(this.host as { entry?: unknown }).entry;
  }

  pieces(status: Status, post: PostContext, plain: Pieces): Pieces {
    const isPlain = this.#isListed && !isRich(status) && (post.media !== 'none' || !status.media.length);
    if (!this.around.shown().home && isPlain) return plain;
    if (kind) this.#fuller ??= new kind(this.host, this.around);
    else void (this.#coming ??= new LazyController(this.host, bring)).value;
    return this.#fuller?.pieces(status, post, plain) ?? plain;
  }

  press(button: HTMLButtonElement): boolean {
    if (button.value === 'history') void open(this.host, this.around);
    if (button.value === 'alt') void tell(button, this.around);
    return !!this.#fuller?.press(button);
  }

  /** The post inside the post that a link belongs to. */
  shownAt(link: HTMLAnchorElement): ShownStatus | undefined {
    return this.#fuller?.shownAt(link);
  }
}
