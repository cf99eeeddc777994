import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type EmojiSpeaker, emojiWords } from '../../i18n/emoji-picker.js';
import type { Session } from '../../mastodon/session.js';
import { search as lens } from '../../parts/icon/compose-icons.js';
import { icon } from '../../parts/icon/icon.js';
import { type Emoji, toned } from './catalogue.js';
import { styles } from './emoji-picker.styles.js';
import { chose, colour, habits } from './habits.js';
import { type } from './keys.js';
import { PickEvent } from './pick.js';
import { cell, columnsIn, type Grid, gridOf, inSight, rowOf, type Section } from './rows.js';
import { foundSections, type Kind, kindsOf, sectionsOf } from './sections.js';
import { Stock } from './stock.js';
import { type Ctx, foot, kinds, lines, notice, told } from './templates.js';

/**
 * @summary The emoji of Unicode and those of a server, to choose from. A form brings it along; nobody writes its tag.
 * @tag masto-emoji-picker
 *
 * @fires {PickEvent} pick - One was chosen.
 */
export class MastoEmojiPicker extends MastoElement {
  static override styles = styles;

  /** Whose server's own emoji are among them. */
  @property({ attribute: false }) session?: Session | undefined;

  @state() private query = '';
  /** The place of the one that Tab leads to. */
  @state() private at = 0;
  /** The place of the one whose name is told. */
  @state() private pointed: number | undefined;
  @state() private tone = habits().tone;
  @state() private columns = 7;
  /** Px. */
  @state() private scrolled = 0;

  readonly #words = new WordsController(this, emojiWords);
  readonly #stock = new Stock(this, () => {
    const lang = this.#words.value?.lang;
    return lang === undefined ? undefined : { session: this.session, lang };
  });
  readonly #used = [...habits().used].sort(([, a], [, b]) => b - a).map(([text]) => text);
  readonly #broken = new Set<string>();
  readonly #size = new ResizeObserver(([entry]) => {
    this.columns = columnsIn(entry!.contentRect.width);
  });
  #grid: Grid = { rows: [], height: 0, size: 0 };
  #sections: readonly Section[] = [];
  readonly #made: { all?: readonly unknown[]; grid?: readonly unknown[] } = {};
  #kinds: readonly Kind[] = [];
  #wanted = false;

  protected get state(): TagState | undefined {
    if (this.#stock.failed) return 'failed';
    return this.#stock.ready ? undefined : 'loading';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  /** Puts the caret where one looks for an emoji; not where a keyboard would cover half of them. */
  override focus(options?: FocusOptions): void {
    const name = matchMedia('(pointer: coarse)').matches ? '.picker' : '.input';
    const field = this.renderRoot.querySelector<HTMLElement>(name);
    this.#wanted = !field;
    field?.focus(options);
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    this.#make(words);
    const { say } = words;
    return html`<div class="picker" role="dialog" aria-label=${say('emoji')} tabindex="-1" @keydown=${this.#type} @click=${this.#press}
      @pointerover=${this.#point} @focusin=${this.#point} @change=${this.#choose}>
      <div class="picker-search">
        ${icon(lens)}<input class="input" part="field" type="search" name="emoji" aria-label=${say('search')} placeholder=${say('search')} autocomplete="off" @input=${this.#search} />
      </div>
      ${kinds(this.#kinds, this.#kind, words)}
      <div class="picker-grid" role="grid" aria-label=${say('emoji')} aria-rowcount=${this.#grid.rows.length} aria-colcount=${this.columns} @scroll=${this.#scroll}>
        ${this.#lines(words)}
      </div>
      ${this.#notice(words)}${foot(this.#emoji(this.pointed ?? -1), this.#ctx(words))}
      <p class="hidden" role="status">${told(this.#stock, this.query, this.#grid.size, words)}</p>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const grid = this.#scroller;
    if (grid) this.#size.observe(grid);
    if (this.#wanted) this.focus({ preventScroll: true });
  }

  get #scroller() {
    return this.renderRoot.querySelector<HTMLElement>('.picker-grid');
  }

  /** Lays everything out anew, when something of it is new. */
  #make(words: EmojiSpeaker) {
    const { query, columns } = this;
    const { groups, own, late, ready } = this.#stock;
    const { host = '' } = this.session ?? {};
    if (this.#isNew('all', [columns, groups, own, late, ready, words])) {
      this.#sections = ready ? sectionsOf(this.#stock, { used: this.#used, host, columns }, words) : [];
      this.#kinds = kindsOf(this.#sections, host);
    }
    if (!this.#isNew('grid', [query, columns, this.#sections])) return;
    this.#grid = gridOf(query && ready ? foundSections(query, this.#stock) : this.#sections, columns);
    this.at = Math.min(this.at, Math.max(0, this.#grid.size - 1));
  }

  #isNew(what: 'all' | 'grid', from: readonly unknown[]) {
    const before = this.#made[what];
    this.#made[what] = from;
    return from.some((each, at) => each !== before?.[at]);
  }

  #ctx(words: EmojiSpeaker): Ctx {
    const { tone, at, columns } = this;
    const lost = ({ currentTarget }: Event) => {
      this.#broken.add((currentTarget as HTMLImageElement).src);
      this.requestUpdate();
    };
    return { words, tone, at, columns, broken: this.#broken, lost };
  }

  #lines(words: EmojiSpeaker) {
    if (!this.#grid.size) return nothing;
    const high = this.#scroller?.clientHeight || 264;
    return lines(this.#grid, inSight(this.#grid, this.scrolled, high, this.at), this.#ctx(words));
  }

  /** What kind of them is in sight. */
  get #kind() {
    return this.#grid.rows.find(({ top }) => top > this.scrolled - cell)?.section.id;
  }

  #emoji(at: number): Emoji | undefined {
    const line = rowOf(this.#grid, at);
    return line?.emojis[at - line.start];
  }

  #notice(words: EmojiSpeaker) {
    const { failed, ownFailed } = this.#stock;
    const amiss = ownFailed && !failed ? words.say('ownFailed', { host: this.session?.host ?? '' }) : undefined;
    const { size } = this.#grid;
    return notice(amiss ?? (size ? '' : told(this.#stock, this.query, size, words)), failed || ownFailed, words);
  }

  readonly #search = ({ currentTarget }: Event) => {
    this.query = (currentTarget as HTMLInputElement).value.trim();
    this.at = 0;
    this.pointed = this.query ? 0 : undefined;
    this.#top(0);
  };

  readonly #scroll = ({ currentTarget }: Event) => {
    this.scrolled = (currentTarget as HTMLElement).scrollTop;
  };

  readonly #point = ({ target }: Event) => {
    const at = (target as Element).closest<HTMLElement>('[data-at]')?.dataset['at'];
    if (at !== undefined) this.pointed = Number(at);
  };

  readonly #choose = ({ target }: Event) => {
    const { name, value } = target as HTMLSelectElement;
    if (name !== 'tone') return;
    this.tone = Number(value);
    colour(this.tone);
  };

  readonly #press = (event: MouseEvent) => {
    const pressed = (event.target as Element).closest('button');
    const at = pressed?.dataset['at'];
    if (at !== undefined) this.#pick(Number(at), event.ctrlKey || event.metaKey || event.shiftKey);
    else if (pressed?.value === 'again') this.#stock.again();
    else if (pressed?.value) void this.#jump(pressed.value);
  };

  #pick(at: number, more: boolean) {
    const emoji = this.#emoji(at);
    if (!emoji) return;
    chose(emoji.text);
    this.at = at;
    this.dispatchEvent(new PickEvent(toned(emoji, this.tone), more));
  }

  /** Leads to a kind of emoji. */
  async #jump(id: string) {
    const input = this.renderRoot.querySelector<HTMLInputElement>('.input');
    if (this.query && input) {
      this.query = input.value = '';
      await this.updateComplete;
    }
    const line = this.#grid.rows.find(({ section }) => section.id === id);
    if (!line) return;
    this.at = line.start;
    this.#top(line.top);
  }

  #top(px: number) {
    const grid = this.#scroller;
    if (!grid) return;
    grid.scrollTop = px;
    this.scrolled = px;
  }

  readonly #type = (event: KeyboardEvent) =>
    type(event, {
      grid: this.#grid,
      at: this.at,
      isRightToLeft: getComputedStyle(this).direction === 'rtl',
      go: (at) => void this.#go(at),
      seek: () => this.renderRoot.querySelector<HTMLElement>('.input')?.focus(),
      pick: (at) => this.#pick(at, false),
      turn: (button) => {
        button.focus();
        void this.#jump(button.value);
      },
    });

  async #go(at: number) {
    const line = rowOf(this.#grid, at);
    const grid = this.#scroller;
    if (!line || !grid) return;
    this.at = at;
    if (line.top < this.scrolled) this.#top(at === 0 ? 0 : line.top);
    else if (line.top + cell > this.scrolled + grid.clientHeight) this.#top(line.top + cell - grid.clientHeight);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-at='${at}']`)?.focus({ preventScroll: true });
  }
}

define('masto-emoji-picker', MastoEmojiPicker);

declare global {
  interface HTMLElementTagNameMap {
    'masto-emoji-picker': MastoEmojiPicker;
  }
}
