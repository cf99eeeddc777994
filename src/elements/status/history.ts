import { html, type LitElement, nothing, type ReactiveController, render } from 'lit';
import { authOf } from '../../base/context.js';
import { MastoErrorEvent } from '../../base/events.js';
import { emojify } from '../../content/content.js';
import { detailsWords } from '../../i18n/details.js';
import { historyWords } from '../../i18n/history.js';
import { languageOf } from '../../i18n/language.js';
import type { Status, StatusEdit } from '../../mastodon/entities.js';
import { MastoError } from '../../mastodon/errors.js';
import { readHistory } from '../../mastodon/history.js';
import type { Session } from '../../mastodon/session.js';
import { styles as dialogStyles } from '../../parts/dialog/dialog.styles.js';
import { version, type HistoryContext } from '../../parts/history/history.js';
import { styles as historyStyles } from '../../parts/history/history.styles.js';
import { close } from '../../parts/icon/form-icons.js';
import { icon } from '../../parts/icon/icon.js';
import { bringInstead, type Instead } from '../../parts/instead/instead.js';
import { adoptLate } from '../../styles/adopt.js';
import { controls } from '../../styles/controls.js';
import type { Around } from './pieces.js';

/** So many versions are drawn at once: each costs a comparison. */
const page = 10;

/** Who opens it, from where, and what it needs to know. */
interface Opening {
  readonly status: Status;
  readonly from: Session | undefined;
  readonly context: HistoryContext;
}

/** All versions of a post with what was changed, in a dialog of its own, as long as it is open. */
class History implements ReactiveController {
  readonly #dialog = document.createElement('dialog');
  readonly #ending = new AbortController();
  #versions: readonly StatusEdit[] | undefined;
  #drawn: unknown[] = [];
  #problem: unknown;
  #instead: Instead | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
    private readonly opening: Opening,
  ) {
    host.addController(this);
    adoptLate(host.renderRoot, [controls, dialogStyles, historyStyles]);
    const dialog = this.#dialog;
    Object.assign(dialog, { className: 'dialog dialog-wide history' });
    dialog.setAttribute('part', 'dialog');
    dialog.setAttribute('aria-labelledby', 'history-title');
    dialog.addEventListener('click', this.#press);
    dialog.addEventListener('close', () => this.#end());
    this.#draw();
    host.renderRoot.append(dialog);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.title')!.focus();
    void this.#load();
  }

  hostDisconnected() {
    this.#end();
  }

  #end() {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort();
    this.host.removeController(this);
    this.#dialog.remove();
    if (this.host.isConnected)
      this.host.renderRoot.querySelector<HTMLElement>('[value=history]')?.focus({ preventScroll: true });
  }

  async #load() {
    this.#problem = this.#versions = undefined;
    this.#draw();
    const { status, from } = this.opening;
    const { signal } = this.#ending;
    try {
      this.#versions = await readHistory(status, from, this.around.shown().home, signal);
      this.#more(false);
    } catch (error) {
      if (signal.aborted) return;
      await this.#fail(error instanceof MastoError ? error : new MastoError('wrong-shape', { host: status.host }));
    }
  }

  async #fail(error: MastoError) {
    const lang = languageOf(this.host);
    this.#instead = await bringInstead(lang);
    if (this.#ending.signal.aborted) return;
    adoptLate(this.host.renderRoot, this.#instead.styles);
    this.#problem = error;
    this.#draw();
    this.host.dispatchEvent(new MastoErrorEvent(error));
  }

  /** Draws the next versions; each once. @param moves whether the focus goes to the first of them */
  #more(moves: boolean) {
    const versions = this.#versions ?? [];
    const begin = this.#drawn.length;
    const next = versions.slice(begin, begin + page);
    this.#drawn.push(
      ...next.map((each, at) =>
        version(each, versions[begin + at + 1], begin + at === 0 && versions.length > 1, this.opening.context),
      ),
    );
    this.#draw();
    if (moves) this.#dialog.querySelectorAll<HTMLElement>('.version-head')[begin]?.focus();
  }

  readonly #press = (event: Event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement);
    if (!button) return; // a link is the post's to follow
    event.stopPropagation();
    const { value } = button;
    if (value === 'close') this.#dialog.close();
    if (value === 'older') this.#more(true);
    if (value === 'retry') void this.#load();
    if (value === 'sign-in') {
      const { home } = this.around.shown();
      const { scope } = (this.#problem as MastoError).facts;
      this.#dialog.close();
      void authOf(this.host)?.login(home?.host, scope ? [scope] : undefined);
    }
  };

  #draw() {
    const { words } = this.opening.context;
    const { displayName: by, emojis = [] } = this.around.shown().author ?? {};
    render(
      html`<div class="dialog-body">
        <div class="dialog-head">
          <h2 class="title" id="history-title" tabindex="-1">${words.say('title')}</h2>
          <button class="icon-button" type="button" value="close" aria-label=${words.say('close')}>${icon(close)}</button>
        </div>
        ${by ? html`<p class="history-by"><bdi>${words.weave<unknown>('by', { name: html`<bdi>${emojify(by, this.opening.context.pictures ? emojis : [])}</bdi>` })}</bdi></p>` : nothing}${this.#body()}
      </div>`,
      this.#dialog,
    );
  }

  #body() {
    const { context, status } = this.opening;
    const { say } = context.words;
    const host = this.opening.from?.host ?? status.host;
    if (this.#problem instanceof MastoError) {
      const { failure, facts } = this.#problem;
      return failure === 'not-found'
        ? html`<p role="alert">${say('missing', { host: facts.host ?? host })}</p>`
        : this.#instead!.failedRow(this.#problem);
    }
    if (!this.#versions) return html`<p role="status">${say('loading', { host })}</p>`;
    const left = this.#versions.length - this.#drawn.length;
    return [
      this.#versions.length < 2 ? html`<p role="status">${say('none', { host })}</p>` : nothing,
      html`<ol class="versions" reversed>${this.#drawn}</ol>`,
      left > 0
        ? html`<button class="button" part="button" type="button" value="older">${say('more', { n: left })}</button>`
        : nothing,
    ];
  }
}

/** Opens the history of the post that an element shows. */
export async function openHistory(host: LitElement, around: Around): Promise<void> {
  const lang = languageOf(host);
  const [words, dates] = await Promise.all([historyWords.load(lang), detailsWords.load(lang)]);
  const { status, facts } = around.shown();
  if (!status || !host.isConnected || host.renderRoot.querySelector('.history')) return;
  const from = facts && 'transport' in facts ? (facts as Session) : undefined;
  const pictures = (host as { entry?: { media?: string } }).entry?.media !== 'none';
  const { language } = status;
  new History(host, around, { status, from, context: { words, dates, pictures, language } });
}
