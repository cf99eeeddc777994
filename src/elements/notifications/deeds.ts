import { html, type LitElement, nothing } from 'lit';
import { authOf } from '../../base/context.js';
import type { NotificationsController } from '../../controllers/notifications-controller.js';
import { type ActsSpeaker, actsWords } from '../../i18n/acts.js';
import type { NotificationsSpeaker } from '../../i18n/notifications.js';
import type { MastoError } from '../../mastodon/errors.js';
import { styles as dialogStyles } from '../../parts/dialog/dialog.styles.js';
import { refusal } from '../../parts/refusal/refusal.js';
import { styles as refusalStyles } from '../../parts/refusal/refusal.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import { tellPage } from '../status/told.js';

/** What is refused of all of them, not of one. */
const everything = '*';

/** What the reader does about their notifications, and why it was not done. It comes with the first press. */
export class Deeds {
  #asks = false;
  #busy = false;
  /** Why something was not done, by what it was to be done to. */
  readonly #problems = new Map<string, MastoError>();
  #acts: ActsSpeaker | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly list: NotificationsController,
  ) {
    adoptLate(host.renderRoot, [dialogStyles, refusalStyles]);
  }

  /** Does what a button names. */
  async press(button: HTMLButtonElement, lang: string): Promise<void> {
    this.#acts = await actsWords.load(lang);
    const { list } = this;
    const { value, dataset } = button;
    const { key = '', account = '', request = '' } = dataset;
    const group = list.groups.find((each) => each.key === key);
    const held = list.requests?.find(({ id }) => id === request);
    const accept = value === 'accept' || value === 'let-in';
    if (value === 'dismiss' && group) await this.#run(key, () => list.dismiss(group), button);
    else if (account) await this.#run(account, () => list.answer(account, accept), button);
    else if (held) await this.#run(request, () => list.answerRequest(held, accept), button);
    else if (value === 'held' || value === 'more-held') await this.#run('held', () => list.readRequests());
    else if (value === 'clear') await this.#ask();
    else if (value === 'clear-all') await this.#clear();
    else if (value === 'keep') this.#close();
    else if (value === 'allow' || value === 'sign-in') this.#allow(button);
  }

  /** Why what was to be done to this was not done. */
  refusalOf(key: string): unknown {
    const problem = this.#problems.get(key);
    return problem && this.#acts ? html`<div data-of=${key}>${refusal(problem, undefined, this.#acts)}</div>` : nothing;
  }

  /** What is asked before all of them are cleared. */
  dialog({ say }: NotificationsSpeaker, host: string): unknown {
    if (!this.#asks) return nothing;
    return html`
      <dialog class="dialog" part="dialog" aria-labelledby="clear" @close=${this.#closed} @keydown=${this.#escape}>
        <div class="dialog-body">
          <h2 class="title" id="clear" tabindex="-1">${say('clearTitle')}</h2>
          <p>${say('clearText', { host })}</p>
          ${this.refusalOf(everything)}
          <div class="buttons">
            <button class="button button-danger" part="button" type="button" value="clear-all" aria-busy=${this.#busy}
              aria-disabled=${this.#busy ? 'true' : nothing}>${say('clear')}</button>
            <button class="button" part="button" type="button" value="keep">${say('cancel')}</button>
          </div>
        </div>
      </dialog>
    `;
  }

  async #run(key: string, deed: () => Promise<void>, button?: HTMLButtonElement) {
    const stay = this.#staying(button);
    this.#problems.delete(key);
    try {
      const done = deed();
      void stay();
      await done;
    } catch (error) {
      this.#problems.set(key, error as MastoError);
      tellPage(this.host, error as MastoError);
    }
    this.host.requestUpdate();
    await stay();
  }

  /** What keeps the focus in the line of a button that may go, or in the next one. */
  #staying(button: HTMLButtonElement | undefined): () => Promise<void> {
    const { host } = this;
    const root = host.renderRoot as ShadowRoot;
    const line = button?.closest('li');
    if (!button || !line || root.activeElement !== button) return () => Promise.resolve();
    const alike = `.notification-answered, button[value="${button.value}"]`;
    const others = [...line.parentElement!.children].filter((each) => each === line || each.querySelector(alike));
    const at = others.indexOf(line);
    return async () => {
      await host.updateComplete;
      if (root.activeElement?.isConnected) return;
      const place = line.isConnected ? line : (others[at + 1] ?? others[at - 1]);
      place?.querySelector<HTMLElement>(alike)?.focus({ preventScroll: true });
    };
  }

  async #ask() {
    this.#asks = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.#dialog;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('.title')?.focus();
  }

  async #clear() {
    if (this.#busy) return;
    this.#busy = true;
    await this.#run(everything, () => this.list.clear());
    this.#busy = false;
    if (!this.#problems.has(everything)) this.#close();
    this.host.requestUpdate();
  }

  /** What was refused for want of a permission is asked for. */
  #allow(button: HTMLButtonElement) {
    const key = button.closest<HTMLElement>('[data-of]')?.dataset['of'] ?? '';
    const { host, scope } = this.#problems.get(key)?.facts ?? {};
    this.#close();
    void authOf(this.host)?.login(host, scope ? [scope] : undefined);
  }

  #close() {
    this.#dialog?.close();
  }

  get #dialog() {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.dialog');
  }

  /** In WebKit the key would close the panel around it as well. */
  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  };

  readonly #closed = () => {
    this.#asks = this.#busy = false;
    this.#problems.delete(everything);
    this.host.requestUpdate();
  };
}
