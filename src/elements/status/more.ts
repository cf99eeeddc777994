import type { LitElement } from 'lit';
import type { PostSpeaker } from '../../i18n/post.js';
import type { Menu } from './menu/menu.js';
import type { Around } from './pieces.js';

/** The menu of a post, for whoever asks for it: it comes with the first press of its button. */
export class More {
  #menu: Menu | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  draw(words: PostSpeaker): unknown {
    return this.#menu?.draw(words);
  }

  /** What is being written where a post stood that is gone. */
  left(): unknown {
    return this.#menu?.left();
  }

  /** Does what a button names. True when it was the menu's own, or what belongs to it. */
  press(button: HTMLButtonElement): boolean {
    if (this.#menu?.press(button)) return true;
    if (button.value !== 'more') return false;
    // From the second press on the browser opens it.
    if (button.popoverTargetElement) void this.#menu?.refresh();
    else void this.#open().catch(() => undefined); // no network: the next press tries again
    return true;
  }

  async #open() {
    const { Menu } = await import('./menu/menu.js');
    this.#menu ??= new Menu(this.host, this.around);
    await this.#menu.open();
  }
}
