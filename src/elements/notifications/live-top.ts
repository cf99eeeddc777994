import { html, type LitElement, nothing, type ReactiveController } from 'lit';
import type { NotificationsController } from '../../controllers/notifications-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { liveWords } from '../../i18n/live.js';
import { Calm, liveLine } from '../../parts/live/live.js';

const bringWords = (host: LitElement) => new WordsController(host, liveWords);

/** How what is new comes in, in a list that is live. */
export class LiveTop implements ReactiveController {
  readonly #calm = new Calm();
  #words: ReturnType<typeof bringWords> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly list: NotificationsController,
  ) {
    host.addController(this);
  }

  hostUpdate() {
    if (this.list.state) this.#words ??= bringWords(this.host);
  }

  draw(now: number): unknown {
    const { state, retryAt = 0 } = this.list;
    const words = this.#words?.value;
    if (!state || !words) return nothing;
    const within = Math.max(1, Math.ceil((retryAt - now) / 1000));
    return html`<div class="live-top">${liveLine({ state, calm: this.#calm.at(state), within }, words)}</div>`;
  }
}
