import { html, type LitElement, type TemplateResult } from 'lit';
import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { Unread } from '../../mastodon/entities-notifications.js';
import { bell } from '../../parts/bell/bell.js';
import { icon } from '../../parts/icon/icon.js';
import { close } from '../../parts/icon/notification-icons.js';

/** A bell, and the panel that it opens: the browser's own popover, so that Escape and a press elsewhere close it. */
export class Panel {
  isOpen = false;

  /** @param opens called before it is seen: what stands in it is drawn then */
  constructor(
    private readonly host: LitElement,
    private readonly opens: () => void,
  ) {}

  draw(unread: Unread | undefined, words: NotificationsSpeaker, line: unknown, inside: unknown): TemplateResult {
    return html`
      ${bell('panel', unread, words)}
      <div class="panel" part="panel" popover id="panel" role="dialog" aria-labelledby="panel-title" @beforetoggle=${this.#turn} @toggle=${this.#turned}>
        <div class="panel-head">
          <h2 class="panel-title" id="panel-title" tabindex="-1" ?autofocus=${true}>${words.say('notifications')}</h2>
          ${line}
          <button class="icon-button" part="button" type="button" popovertarget="panel" popovertargetaction="hide" aria-label=${words.say('close')}>${icon(close)}</button>
        </div>
        ${inside}
      </div>
    `;
  }

  get #bell() {
    return this.host.renderRoot.querySelector<HTMLElement>('.bell');
  }

  readonly #turn = ({ newState, target, currentTarget }: ToggleEvent) => {
    if (target !== currentTarget) return; // a menu in it
    this.isOpen = newState === 'open';
    if (this.isOpen) this.opens();
    // Not every browser gives the focus back out of a shadow tree.
    else if ((currentTarget as Element).matches(':focus-within')) this.#bell?.focus({ preventScroll: true });
    this.host.requestUpdate();
  };

  readonly #turned = ({ newState, target, currentTarget }: ToggleEvent) => {
    if (target === currentTarget && this.#bell) this.#bell.ariaExpanded = String(newState === 'open');
  };
}
