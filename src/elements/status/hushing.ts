import type { LitElement } from 'lit';
import type { HomeSession } from '../../mastodon/home-session.js';
import type { Around } from './pieces.js';

/** Whether a post stands in a list that the reader's own server has given, and that is nobody's own page. */
export function isListed(around: Around): boolean {
  const { facts, context, home } = around.shown();
  return !!home && facts === home && (context === 'home' || context === 'public');
}

/**
 * Takes a post out of sight in a list that the reader's own server has given, as long as they want to see nothing of whoever
 * wrote or boosted it: it keeps its place, and is there again when that is undone. On somebody's own page, and alone, it stays.
 */
export class Hushing {
  #watched = '';
  #home: HomeSession | undefined;
  #let: (() => void)[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  /** Looks whom the post is of now. */
  follow(home: HomeSession): void {
    const { author, booster } = this.around.shown();
    const keys = [author, booster].flatMap((person) => (person ? [person.key] : []));
    const watched = keys.join(' ');
    if (watched === this.#watched && home === this.#home) return;
    this.stop();
    this.#watched = watched;
    this.#home = home;
    const update = () => this.host.requestUpdate();
    this.#let = keys.map((key) => home.relationships.watch(key, update));
  }

  /** After drawing: where something is said of it, it stays. */
  apply(): void {
    const now = Date.now();
    const hushed =
      !!this.#home &&
      isListed(this.around) &&
      this.#watched.split(' ').some((key) => this.#home!.relationships.isHushed(key, now));
    const hidden = hushed && !this.host.renderRoot.querySelector('.told-instead');
    if (this.host.hidden !== hidden) this.host.hidden = hidden;
  }

  stop(): void {
    for (const release of this.#let) release();
    this.#let = [];
    this.#watched = '';
  }
}
