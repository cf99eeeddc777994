import type { LitElement, ReactiveController } from 'lit';
import type { ReadingController } from '../../controllers/reading-controller.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import type { MastoStatus } from '../status/status.js';
import { focusPost } from './focus-post.js';
import type { List } from './live.js';

/** How far the reader of a home has come, for the next visit; and the way to where the last one ended. */
export class Resume implements ReactiveController {
  #home: HomeSession | undefined;
  #reading: ReadingController | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly list: List & { readonly moved: boolean },
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  get isOffered(): boolean {
    return !!this.#reading?.offered;
  }

  /** Other posts may be before the reader. */
  look(): void {
    this.#reading?.look();
  }

  hostUpdate() {
    const { question, begun } = this.list.feed;
    const follows = begun && this.list.wanted() && question?.feed.name === 'home' && question.session.signedIn;
    const home = follows ? (question.session as HomeSession) : undefined;
    if (home === this.#home) return;
    this.#home = home;
    this.#reading?.end();
    this.#reading = undefined;
    if (home) void this.#begin(home);
  }

  /** Goes to where the last visit ended. */
  async go(): Promise<void> {
    const key = await this.#reading?.find();
    const at = this.list.feed.chunks.findIndex(({ keys }) => keys.includes(key ?? ''));
    // Far from the screen a chunk may be empty: it is filled when it comes near.
    const chunk = this.host.renderRoot.querySelectorAll('.feed > .chunk')[at];
    for (let tries = 0; chunk && tries < 100; tries++) {
      await this.host.updateComplete;
      const post = this.#posts.find(({ entry }) => entry?.key === key);
      (post ?? chunk).scrollIntoView({ block: 'start', behavior: 'instant' });
      if (post) return focusPost(post);
      await new Promise(requestAnimationFrame);
    }
  }

  async #begin(home: HomeSession) {
    const loaded = await import('../../controllers/reading-controller.js').catch(() => undefined);
    if (!loaded || home !== this.#home) return;
    const { feed, moved } = this.list;
    const first = () => this.#first;
    this.#reading = new loaded.ReadingController(this.host, { home, feed, first, moved }, this.changed);
  }

  get #posts() {
    return [...this.host.renderRoot.querySelectorAll<MastoStatus>('masto-status')];
  }

  /** The first post on the screen. */
  get #first(): string | undefined {
    const post = this.#posts.find((each) => each.getBoundingClientRect().bottom > 0);
    return post && post.getBoundingClientRect().top < innerHeight ? post.entry?.key : undefined;
  }
}
