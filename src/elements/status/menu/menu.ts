import { html, type LitElement, nothing } from 'lit';
import { authOf } from '../../../base/context.js';
import { emojify } from '../../../content/content.js';
import { type ActsSpeaker, actsWords } from '../../../i18n/acts.js';
import { languageOf } from '../../../i18n/language.js';
import { type MenuSpeaker, type MenuTerm, menuWords } from '../../../i18n/menu.js';
import type { PostSpeaker } from '../../../i18n/post.js';
import { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { menu } from '../../../parts/menu/menu.js';
import { refusal } from '../../../parts/refusal/refusal.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Around } from '../pieces.js';
import { tellPage } from '../told.js';
import { Asked } from './asked.js';
import { copy } from './copy.js';
import { draw as drawItems } from './drawing.js';
import { type Facts, type Row, rowOf } from './items.js';
import { styles } from './menu.styles.js';

/** So long a menu waits for what its items are to be called, in ms. */
const patience = 300;

/** What was done, and how it is taken back. */
interface Said {
  readonly term: MenuTerm;
  readonly row?: Row;
  /** What another press would make of it. */
  readonly undo?: boolean;
  /** What could not be copied. */
  readonly link?: string;
}

/** What a reader can do with a post besides, why it was not done, and what is asked before. For one `<masto-status>`. */
export class Menu {
  #key: string | undefined;
  #home: HomeSession | undefined;
  #said: Said | undefined;
  #problem: { readonly error: MastoError; readonly row: Row } | undefined;
  #asked: Asked | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {
    adoptLate(host.renderRoot, styles);
  }

  /** Opens it under its button, once it is known what its items are called. */
  async open(): Promise<void> {
    const { status, home } = this.around.shown();
    this.#reset(status?.key, home);
    const lang = languageOf(this.host);
    await Promise.all([menuWords.load(lang), actsWords.load(lang), Promise.race([this.refresh(), pause(patience)])]);
    this.host.requestUpdate();
    await this.host.updateComplete;
    const button = this.#button;
    if (!button || button.popoverTargetElement?.matches(':popover-open')) return;
    button.setAttribute('popovertarget', 'more');
    button.click(); // not `showPopover()`: only a press makes the button the menu's anchor
  }

  /** Asks how the reader stands to whoever wrote the post. */
  async refresh(): Promise<void> {
    const { author, home } = this.around.shown();
    if (author && home) await (await home.relating()).know([author]);
    this.host.requestUpdate();
  }

  draw({ lang }: PostSpeaker): unknown {
    const { status, home } = this.around.shown();
    if (status?.key !== this.#key || home !== this.#home) return undefined;
    const [words, acts] = [menuWords.speaker(lang), actsWords.speaker(lang)];
    const facts = this.#facts;
    if (!words || !acts || !facts) return undefined;
    return [
      menu('more', words.say('menu'), drawItems(facts, this.around, words)),
      html`<div class="told ${this.#isInstead(facts) ? 'told-instead' : ''}">${this.#told(facts, words, acts)}</div>`,
      this.#asked?.draw(),
    ];
  }

  /** Does what a button of the menu, of its dialog or under it names. False for any other. */
  press(button: HTMLButtonElement): boolean {
    const { value } = button;
    const facts = this.#facts;
    const place = button.closest('.menu, .told, .dialog');
    if (!place || !facts || value === 'translate' || value === 'original') return false; // what draws them, does them
    if (value === 'allow' || value === 'sign-in') this.#wayOn(value);
    else if (place.matches('.dialog')) this.#asked?.press(button);
    else if (value === 'undo' && this.#said?.row) void this.#begin(this.#said.row, this.#said.undo!);
    else if (value === 'copy') void this.#copy();
    else {
      const row = rowOf(value);
      if (row && facts.home) void this.#begin(row, !row.isOn?.(facts as Facts));
    }
    return true;
  }

  get #facts(): (Omit<Facts, 'home'> & Partial<Facts>) | undefined {
    const { status, author, home } = this.around.shown();
    return status && author && { status, author, ...(home && { home }) };
  }

  get #button() {
    return this.host.renderRoot.querySelector<HTMLButtonElement>('.more');
  }

  /** What was said was of another post, or to another reader. */
  #reset(key: string | undefined, home: HomeSession | undefined) {
    if (key === this.#key && home === this.#home) return;
    this.#key = key;
    this.#home = home;
    this.#said = this.#problem = this.#asked = undefined;
  }

  /** In a list, of somebody whom the reader wants to see no more, only the way back stays. */
  #isInstead({ author, home }: Partial<Facts>) {
    const { facts, context } = this.around.shown();
    const listed = facts === home && (context === 'home' || context === 'public');
    return listed && !!this.#said && !!author && !!home?.relationships.isHushed(author.key, Date.now());
  }

  #told(facts: Omit<Facts, 'home'>, words: MenuSpeaker, acts: ActsSpeaker) {
    if (this.#problem) return this.#refused(this.#problem, facts, words, acts);
    const said = this.#said;
    const undo =
      said?.undo === undefined
        ? nothing
        : html`<button class="button" part="button" type="button" value="undo">${words.say('undo')}</button>`;
    const link = said?.link
      ? html`<input readonly .value=${said.link} aria-label=${words.say('copy')} dir="ltr" />`
      : nothing;
    return html`<span role="status">${said ? words.weave<unknown>(said.term, this.#values(facts, said.row)) : nothing}</span>${link}${undo}`;
  }

  #refused(
    { error, row }: { error: MastoError; row: Row },
    facts: Omit<Facts, 'home'>,
    words: MenuSpeaker,
    acts: ActsSpeaker,
  ) {
    const { failure } = error;
    const { status, author } = facts;
    const host = error.facts.host ?? '';
    const better =
      failure === 'remote' && row.person
        ? words.weave<unknown>('remotePerson', { ...this.#values(facts), host })
        : failure === 'refused' && row.verb === 'pin'
          ? words.say('pinRefused', { host })
          : undefined;
    return refusal(error, row.person ? author.url : status.url, acts, better);
  }

  #values({ author }: Omit<Facts, 'home'>, row?: Row) {
    const { displayName, emojis } = author;
    const host = row?.host?.(this.#facts as Facts) ?? this.#home?.host ?? '';
    return { name: html`<bdi>${emojify(displayName, emojis)}</bdi>`, host: html`<bdi>${host}</bdi>` };
  }

  /** Done at once, or asked about first. */
  async #begin(row: Row, on: boolean) {
    const facts = this.#facts as Facts;
    const { home } = facts;
    this.#said = this.#problem = undefined;
    const scope = row.scopes[0]!;
    if (home.expired) return this.#refuse(row, new MastoError('expired', { host: home.host }));
    if (!home.may(scope)) return this.#refuse(row, new MastoError('out-of-scope', { host: home.host, scope }));
    try {
      if (on && row.ask) await this.#ask(row, facts);
      else await this.#carryOut(row, facts, on);
    } catch (error) {
      // What brought this page here may not reach us any more.
      this.#refuse(row, error instanceof MastoError ? error : new MastoError('offline', { host: home.host }));
    }
  }

  async #ask(row: Row, facts: Facts) {
    const Question = await row.ask!();
    await Question.prepare?.(languageOf(this.host));
    adoptLate(this.host.renderRoot, Question.styles ?? []);
    const asked = new Asked(row, Question, facts, {
      host: this.host,
      lang: languageOf(this.host),
      carryOut: (choices) => this.#carryOut(row, facts, true, choices),
      end: (done) => this.#answered(asked, done),
    });
    this.#asked = asked;
    this.host.requestUpdate();
    await this.host.updateComplete;
    asked.show();
  }

  #answered(asked: Asked, done: boolean) {
    if (this.#asked !== asked) return;
    this.#asked = undefined;
    this.host.requestUpdate();
    if (!done) this.#button?.focus({ preventScroll: true });
  }

  async #carryOut(row: Row, facts: Facts, on: boolean, choices?: unknown) {
    const button = this.#button;
    if (button) button.ariaBusy = 'true';
    try {
      await row.run(facts, on, choices);
    } finally {
      if (button) button.ariaBusy = null;
    }
    if (facts.status.key !== this.#key || facts.home !== this.#home) return;
    const [term, undone] = row.done?.(facts) ?? [];
    const said = on ? term : undone;
    this.#said = said && { term: said, row, ...(row.isOn && { undo: !on }) };
    await this.#settle();
  }

  /** What had the focus may be covered now. */
  async #settle() {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const root = this.host.renderRoot as ShadowRoot;
    const target = root.querySelector<HTMLElement>('.told-instead [value=undo]') ?? this.#button;
    const lost = !root.activeElement || root.activeElement === this.#button || root.activeElement.closest('dialog');
    if (target && lost && document.activeElement?.contains(this.host)) target.focus({ preventScroll: true });
  }

  #refuse(row: Row, error: MastoError) {
    if (this.#facts?.home !== this.#home) return;
    this.#problem = { error, row };
    this.host.requestUpdate();
    tellPage(this.host, error);
  }

  /** Signing in again, or allowing more. */
  #wayOn(value: 'allow' | 'sign-in') {
    const row = this.#asked?.row ?? this.#problem?.row;
    const scope = (this.#asked?.problem ?? this.#problem?.error)?.facts.scope;
    const home = this.#home!;
    this.#asked?.close();
    const missing = [...new Set([...(scope ? [scope] : []), ...(row?.scopes ?? [])])].filter(
      (each) => each === scope || !home.may(each),
    );
    void authOf(this.host)?.login(home.host, value === 'allow' ? missing : undefined);
  }

  async #copy() {
    const { url } = this.#facts!.status;
    this.#problem = undefined;
    const done = await copy(url!, this.host.renderRoot);
    this.#said = done ? { term: 'copied' } : { term: 'copyThis', link: url! };
    this.host.requestUpdate();
    if (done) return;
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLInputElement>('.told input')?.select();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
