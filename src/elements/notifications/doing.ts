import { type LitElement, nothing } from 'lit';
import type { NotificationsController } from '../../controllers/notifications-controller.js';
import { languageOf } from '../../i18n/language.js';
import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import type { Above } from './above.js';
import type { Deeds } from './deeds.js';

/** What the reader does with the list. What changes anything at their server comes with its first press. */
export class Doing {
  /** Those who are held back are looked at. */
  heldOpen = false;
  /** It does not listen for a moment, to begin anew. */
  rests = false;
  /** What the reader has opened in posts. */
  readonly opened = new Set<string>();
  #reader: HomeSession | undefined;
  #deeds: Deeds | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly list: NotificationsController,
    private readonly above: Above,
  ) {}

  /** Nothing of one reader's stays for the next. */
  for(reader: HomeSession | undefined): void {
    if (reader === this.#reader) return;
    this.#reader = reader;
    this.#deeds = undefined;
    this.heldOpen = false;
    this.opened.clear();
  }

  /** Does what a button names. */
  press(button: HTMLButtonElement): void {
    const { value } = button;
    if (value === 'news') this.#showNews();
    else if (value === 'again') this.#listenAgain();
    else if (value === 'held') this.#showHeld(button);
    else if (value) void this.#deed(button);
  }

  readonly refusalOf = (key: string): unknown => this.#deeds?.refusalOf(key) ?? nothing;

  /** What is asked before something is done. */
  dialog(words: NotificationsSpeaker): unknown {
    return this.#deeds?.dialog(words, this.#reader?.host ?? '');
  }

  /** What waits comes in, and the reader goes up to it. */
  #showNews() {
    const { host } = this;
    this.above.show();
    host.requestUpdate();
    void host.updateComplete.then(() => {
      const first = host.renderRoot.querySelector<HTMLElement>('.feed > li');
      host.renderRoot.querySelector('.top')?.scrollIntoView({ block: 'nearest' });
      if (!first) return;
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    });
  }

  /** What has given up begins anew. */
  #listenAgain() {
    this.rests = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.rests = false;
      this.host.requestUpdate();
    });
  }

  #showHeld(button: HTMLButtonElement) {
    this.heldOpen = !this.heldOpen;
    if (this.heldOpen && !this.list.requests) void this.#deed(button);
    this.host.requestUpdate();
  }

  /** Without a network what does it does not come: the next press tries again. */
  async #deed(button: HTMLButtonElement) {
    const { Deeds } = await import('./deeds.js').catch(() => ({ Deeds: undefined }));
    if (!Deeds) return;
    this.#deeds ??= new Deeds(this.host, this.list);
    await this.#deeds.press(button, languageOf(this.host));
  }
}
