import { type LitElement, nothing } from 'lit';
import { playerUrl } from '../../content/player.js';
import { type CardSpeaker, cardWords } from '../../i18n/card.js';
import type { PreviewCard, Status } from '../../mastodon/entities.js';
import { hasMore, linkCard } from '../../parts/link-card/link-card.js';
import { moreBy } from '../../parts/player/more-by.js';
import { player } from '../../parts/player/player.js';
import { styles } from '../../parts/player/player.styles.js';
import type { PostContext } from '../../parts/post-context.js';
import { adoptLate } from '../../styles/adopt.js';
import { controls } from '../../styles/controls.js';
import type { Kind } from './fuller.js';
import type { Around, Pieces } from './pieces.js';
import type { Page } from './rich.js';

/** Brings the words of cards for a page that has some of these. */
export async function prepareCards({ facts }: Page, keys: readonly string[], lang: string): Promise<void> {
  const some = keys.some((key) => hasMore(facts.statuses.proper(key)?.card));
  if (some) await cardWords.load(lang);
}

/** Cards whose site has a player, or whose authors are to be found in the fediverse. */
export class Cards implements Kind {
  /** The post whose player is on. It does not outlive the element: nothing plays by itself. */
  #on: string | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(status: Status, post: PostContext): Partial<Pieces> {
    const { card, media } = status;
    if (!card || media.length || !hasMore(card)) return {};
    const words = cardWords.speaker(post.words.lang);
    if (!words) void cardWords.load(post.words.lang).then(() => this.host.requestUpdate());
    if (!words) return {};
    return { card: () => this.#draw(status, card, post, words) };
  }

  press(button: HTMLButtonElement): boolean {
    const { value } = button;
    const { status } = this.around.shown();
    if (!/^(?:play|stop)-card$/.test(value)) return false;
    this.#on = value === 'play-card' ? status?.key : undefined;
    this.host.requestUpdate();
    if (!this.#on) void this.#rest(button.closest('.card'));
    return true;
  }

  /** What closes it is there no more: what starts it has the focus. */
  async #rest(card: Element | null) {
    await this.host.updateComplete;
    card?.querySelector<HTMLElement>('.player-start')?.focus();
  }

  #draw(status: Status, card: PreviewCard, post: PostContext, words: CardSpeaker) {
    adoptLate(this.host.renderRoot, [controls, styles]);
    const { facts, home } = this.around.shown();
    const servers = [`https://${status.host}`, `http://${status.host}`, ...(home ? [home.origin] : [])];
    const src = post.media === 'none' ? undefined : playerUrl(card.player, servers);
    const { sensitive } = status;
    const people = card.authors.flatMap(({ account }) => (account && facts?.accounts.get(account)) || []);
    return [
      src
        ? player(card, post, { words, src, isOn: this.#on === status.key, sensitive })
        : linkCard(card, sensitive, post),
      people.length ? moreBy(people, words, post) : nothing,
    ];
  }
}
