import { html, type LitElement, nothing } from 'lit';
import { authOf } from '../../../base/context.js';
import { actsWords } from '../../../i18n/acts.js';
import { languageOf } from '../../../i18n/language.js';
import { menuWords } from '../../../i18n/menu.js';
import type { PostSpeaker } from '../../../i18n/post.js';
import { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { menu } from '../../../parts/menu/menu.js';
import { adoptLate } from '../../../styles/adopt.js';
import { isListed } from '../hushing.js';
import type { Around } from '../pieces.js';
import { tellPage } from '../told.js';
import { afterwards, type Problem, type Said } from './afterwards.js';
import { Asked } from './asked.js';
import { copy } from './copy.js';
import { draw as drawItems } from './drawing.js';
import { Forms } from './forms.js';
import { type Facts, type Given, type Row, rowOf } from './items.js';
import { styles } from './menu.styles.js';

/** So long a menu waits for what its items are to be called, in ms. */
const patience = 300;

/** So long a message stands that needs no answer, in ms. */
const reading = 8000;

/** What a reader can do with a post besides, why it was not done, and what is asked before. For one `<masto-status>`. */
export class Menu {
  #key: string | undefined;
  #home: HomeSession | undefined;
  #said: Said | undefined;
  #problem: Problem | undefined;
  #asked: Asked | undefined;
  readonly #forms: Forms;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {
    adoptLate(host.renderRoot, styles);
    this.#forms = new Forms(host, () => this.#tell({ term: 'edited' }));
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
      html`<div class="told ${this.#isInstead(facts) ? 'told-instead' : ''}">${afterwards(facts, { said: this.#said, problem: this.#problem }, words, acts)}</div>`,
      this.#asked?.draw(),
      this.#forms.draw(),
    ];
  }

  /** The post has been deleted, and what is written anew in its place stays; undefined while nothing is. */
  left(): unknown {
    return this.#forms.isOpen ? [nothing, nothing, nothing, this.#forms.draw()] : undefined;
  }

  /** Does what a button of the menu, of its dialog or under it names. False for any other. */
  press(button: HTMLButtonElement): boolean {
    const { value } = button;
    const facts = this.#facts;
    const place = button.closest('.menu, .told, .dialog');
    if (!place || !facts || value === 'translate' || value === 'original') return false; // what draws them, does them
    if (value === 'allow' || value === 'sign-in') this.#wayOn(value);
    else if (place.matches('.dialog')) this.#asked?.press(button);
    else if (value === 'undo' && this.#said?.row) void this.#begin(this.#said.row, this.#said.undo!, true);
    else if (value === 'copy') void this.#copy();
    else {
      const row = rowOf(value);
      if (row && facts.home) void this.#begin(row, !row.isOn?.(facts as Facts));
    }
    return true;
  }

  get #facts(): Given | undefined {
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
    this.#forms.end();
  }

  /** In a list, of somebody whom the reader wants to see no more, only the way back stays. */
  #isInstead({ author, home }: Given) {
    return isListed(this.around) && !!this.#said && !!home?.relationships.isHushed(author.key, Date.now());
  }

  /** Done at once, or asked about first. @param back it takes back what was done just now */
  async #begin(row: Row, on: boolean, back = false) {
    const facts = this.#facts as Facts;
    const { home } = facts;
    this.#problem = undefined;
    const scope = row.scopes[0]!;
    if (home.expired) return this.#refuse(row, new MastoError('expired', { host: home.host }));
    if (!home.may(scope)) return this.#refuse(row, new MastoError('out-of-scope', { host: home.host, scope }));
    try {
      if (on && row.ask && !back) await this.#ask(row, facts);
      else {
        this.#tell(await this.#carryOut(row, facts, on), back);
        await this.#settle();
      }
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
      carryOut: async (choices) => this.#tell(await this.#carryOut(row, facts, true, choices)),
      end: () => this.#answered(asked),
    });
    this.#asked = asked;
    this.host.requestUpdate();
    await this.host.updateComplete;
    asked.show();
  }

  #answered(asked: Asked) {
    if (this.#asked !== asked) return;
    this.#asked = undefined;
    void this.#settle();
  }

  async #carryOut(row: Row, facts: Facts, on: boolean, choices?: unknown): Promise<Said | undefined> {
    const button = this.#button;
    if (button) button.ariaBusy = 'true';
    try {
      await row.run(facts, on, choices, this.#forms);
    } finally {
      if (button) button.ariaBusy = null;
    }
    if (facts.status.key !== this.#key || facts.home !== this.#home) return undefined;
    const [term, undone] = row.done?.(facts) ?? [];
    const said = on ? term : undone;
    return said && { term: said, row, ...(row.isOn && { undo: !on }) };
  }

  #tell(said: Said | undefined, back = false) {
    this.#problem = undefined;
    this.#said = said && back ? { ...said, undo: undefined } : said;
    const mine = this.#said;
    if (mine && mine.undo === undefined && !mine.link) setTimeout(() => this.#forget(mine), reading);
    this.host.requestUpdate();
  }

  #forget(said: Said) {
    if (this.#said !== said) return;
    this.#said = undefined;
    this.host.requestUpdate();
  }

  /** What had the focus may be covered now, or gone with its dialog. Whoever has gone on elsewhere keeps theirs. */
  async #settle() {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const root = this.host.renderRoot as ShadowRoot;
    const around = (this.host.getRootNode() as Document | ShadowRoot).activeElement;
    const elsewhere = around && around !== this.host && around !== document.body;
    const inside = root.activeElement && root.activeElement !== this.#button && root.activeElement.checkVisibility();
    const target = root.querySelector<HTMLElement>('.told-instead [value=undo]') ?? this.#button;
    if (!elsewhere && !inside) target?.focus({ preventScroll: true });
  }

  #refuse(row: Row, error: MastoError) {
    if (this.#facts?.home !== this.#home) return;
    // The only way back stays.
    if (!this.#facts || !this.#isInstead(this.#facts)) this.#said = undefined;
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
    this.#tell(done ? { term: 'copied' } : { term: 'copyThis', link: url! });
    if (done) return;
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLInputElement>('.told input')?.select();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
