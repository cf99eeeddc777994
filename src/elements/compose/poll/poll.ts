import { html, nothing } from 'lit';
import { WordsController } from '../../../controllers/words-controller.js';
import { type PollSpeaker, type PollWords, pollWords } from '../../../i18n/compose-poll.js';
import { languageOf } from '../../../i18n/language.js';
import type { DraftPoll } from '../../../mastodon/draft-parts.js';
import { moved, pollFault, pollFaults, type PollFault } from '../../../mastodon/poll-rules.js';
import type { PostField } from '../../../mastodon/posting.js';
import { check, plus } from '../../../parts/icon/form-icons.js';
import { hide, smallIcon } from '../../../parts/icon/icon.js';
import { eye } from '../../../parts/icon/poll-icons.js';
import { setting } from '../../../parts/setting/setting.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import type { Problem } from '../problems.js';
import { Dragging } from './dragging.js';
import { duration, inUnit, isProposed, span, unitOf, type Unit } from './duration.js';
import { styles } from './poll.styles.js';
import { mistake, rows } from './rows.js';

const fresh: DraftPoll = { options: ['', ''], multiple: false, hideTotals: false, expiresIn: 86_400 };

const placeOf = (target: EventTarget | null) => Number((target as HTMLElement | null)?.dataset['at']);

/** A poll in the making: its choices, how many of them one may choose, for how long it is open. */
export class PollPiece implements Piece {
  readonly #voice: WordsController<PollWords>;
  readonly #dragging = new Dragging(
    '.poll-edit-row',
    (from, to) => this.#move(from, to),
    () => this.composer.form.requestUpdate(),
  );
  /** What was taken away: whoever presses the tool again meets it. */
  #before: DraftPoll | undefined;
  /** The reader writes the time themselves, in this unit. */
  #own: Unit | undefined;
  /** What assistive technology is told. */
  #told = '';

  constructor(private readonly composer: Composer) {
    this.#voice = new WordsController(composer.form, pollWords);
    adoptLate(composer.form.renderRoot, [styles]);
  }

  draw(): unknown {
    const words = this.#words;
    const { poll, media, editing } = this.composer.writing.draft;
    if (!poll || !words) return undefined;
    const faults = pollFaults(poll, this.composer.limits.polls);
    const whole = faults.find(({ at }) => at === undefined);
    const wrong = (at: number) => faults.filter((fault) => fault.at === at).map((fault) => this.#say(fault))[0];
    const { sending, writing } = this.composer;
    const { language } = writing;
    const drawn = { options: poll.options, wrong, dragged: this.#dragging.at, busy: sending.busy, language };
    return html`<div class="piece poll-edit" role="group" aria-label=${words.say('poll')} @input=${this.#write} @change=${this.#choose}
      @click=${this.#press} @keydown=${this.#type} @pointerdown=${this.#take} @pointermove=${this.#dragging.follow} @pointerup=${this.#dragging.drop} @pointercancel=${this.#dragging.drop}>
      ${rows(drawn, words)}${this.#foot(poll, !!whole, words)}${whole ? mistake('poll-time', this.#say(whole)) : nothing}${
        media?.length ? mistake('poll-media', words.say('noMedia')) : nothing
      }${editing ? html`<p class="field-hint">${words.say('anew')}</p>` : nothing}
      <div class="hidden" role="status">${this.#told}</div>
    </div>`;
  }

  mistake(): Problem | undefined {
    const words = this.#words;
    const { poll, media } = this.composer.writing.draft;
    if (!poll || !words) return undefined;
    const { text, warning } = this.composer.writing;
    const fault = pollFault(poll, this.composer.limits.polls);
    const said = fault ? this.#say(fault) : media?.length ? words.say('noMedia') : undefined;
    if (said !== undefined) return { term: 'refused', said, field: 'poll' };
    // Mastodon takes files without a word, a poll never.
    return (text + (warning ?? '')).trim()
      ? undefined
      : { term: 'empty', said: words.say('noQuestion'), field: 'text' };
  }

  /** In with a poll, or out with it: what stood in it comes back with the next press. */
  press(): void {
    const { poll } = this.composer.writing.draft;
    this.#before = poll ?? this.#before;
    this.#own = undefined;
    const { longest, shortest } = this.composer.limits.polls;
    const expiresIn = Math.max(shortest, Math.min(longest, fresh.expiresIn));
    this.#set(poll ? undefined : (this.#before ?? { ...fresh, expiresIn }));
    if (poll) this.composer.form.focus();
    else void this.#focus('[name=choice]', 0);
  }

  focus(field: PostField): boolean {
    if (field !== 'poll') return false;
    const { poll } = this.composer.writing.draft;
    const fault = poll && pollFault(poll, this.composer.limits.polls);
    if (fault && fault.at === undefined) void this.#focus('[name=poll-time], [name=poll-n]', 1);
    else void this.#focus('[name=choice]', fault?.at ?? 0);
    return true;
  }

  turned(): void {
    this.#before = this.#own = undefined;
    this.#told = '';
  }

  get #words(): PollSpeaker | undefined {
    return this.#voice.value;
  }

  #foot(poll: DraftPoll, wrong: boolean, words: PollSpeaker) {
    const { say } = words;
    const { polls } = this.composer.limits;
    const { expiresIn: seconds, multiple, hideTotals, options } = poll;
    const own = this.#own ?? (isProposed(seconds, polls) ? undefined : unitOf(seconds));
    const either = (name: string, label: string, path: string, value: boolean, terms: readonly string[]) =>
      setting({
        name,
        label,
        icon: path,
        value: String(value),
        shown: terms[Number(value)]!,
        options: terms.map((term, at) => ({ value: String(at === 1), label: term })),
      });
    const add = html`<button class="button button-quiet" part="button" type="button" value="add">${smallIcon(plus)}${say('add')}</button>`;
    return html`<div class="poll-edit-foot">
      ${options.length < polls.options ? add : nothing}${duration({ seconds, own, limits: polls, wrong }, words)}${either(
        'poll-kind',
        say('kind'),
        check,
        multiple,
        [say('one'), say('several')],
      )}${either('poll-totals', say('totals'), hideTotals ? hide : eye, hideTotals, [say('shown'), say('hidden')])}
    </div>`;
  }

  #say({ term, at = 0, n = 0 }: PollFault): string {
    const words = this.#words!;
    const host = this.composer.home?.host ?? '';
    return words.say(term, { at: at + 1, n, host, time: span(n, words) });
  }

  #set(poll: DraftPoll | undefined) {
    const { writing, sending } = this.composer;
    if (sending.busy) return; // on its way it stays as it is
    writing.change({ poll });
    sending.rest();
  }

  #change(part: Partial<DraftPoll>) {
    const { poll } = this.composer.writing.draft;
    if (poll) this.#set({ ...poll, ...part });
  }

  async #focus(what: string, at = 0) {
    const { form } = this.composer;
    await pollWords.load(languageOf(form)); // nothing is drawn without words
    form.requestUpdate();
    await form.updateComplete;
    const all = form.renderRoot.querySelectorAll<HTMLElement>(`.poll-edit :is(${what})`);
    all[Math.min(at, all.length - 1)]?.focus();
  }

  get #options(): readonly string[] {
    return this.composer.writing.draft.poll?.options ?? [];
  }

  readonly #write = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'choice') this.#change({ options: this.#options.with(placeOf(target), value) });
    if (name === 'poll-n') this.#change({ expiresIn: inUnit(Number(value), (this.#own ??= this.#unit)) });
  };

  get #unit(): Unit {
    return unitOf(this.composer.writing.draft.poll?.expiresIn ?? 0);
  }

  readonly #choose = ({ target }: Event) => {
    const { name, value } = target as HTMLSelectElement;
    if (name === 'poll-kind') this.#change({ multiple: value === 'true' });
    if (name === 'poll-totals') this.#change({ hideTotals: value === 'true' });
    if (name === 'poll-time') this.#last(value);
    if (name !== 'poll-unit') return;
    const { expiresIn = 0 } = this.composer.writing.draft.poll ?? {};
    const before = this.#own ?? this.#unit;
    this.#own = value as Unit;
    this.#change({ expiresIn: inUnit(expiresIn / inUnit(1, before), this.#own) });
  };

  #last(value: string) {
    this.#own = value ? undefined : this.#unit;
    this.#change(value ? { expiresIn: Number(value) } : {});
    if (!value) void this.#focus('[name=poll-n]');
  }

  readonly #press = (event: MouseEvent) => {
    const button = (event.target as Element).closest('button');
    const at = placeOf(button);
    if (button?.value === 'add') this.#add();
    if (button?.value === 'remove') this.#remove(at);
    // Not by a mouse, which drags: by a key, or by a voice.
    if (button?.value === 'move' && !event.detail) this.#move(at, (at + 1) % this.#options.length);
  };

  #add() {
    this.#change({ options: [...this.#options, ''] });
    void this.#focus('[name=choice]', this.#options.length - 1);
  }

  #remove(at: number, next = at) {
    this.#change({ options: this.#options.filter((_option, each) => each !== at) });
    void this.#focus('[name=choice]', Math.max(0, next));
  }

  #move(from: number, to: number) {
    const choice = this.#options[from]!;
    if (to < 0 || to >= this.#options.length || to === from) return;
    this.#change({ options: moved(this.#options, from, to) });
    this.#told = this.#words?.say('moved', { choice, n: to + 1 }) ?? '';
    void this.#focus('[value=move]', to);
  }

  readonly #type = (event: KeyboardEvent) => {
    const { key, target, isComposing, ctrlKey, metaKey, altKey } = event;
    const at = placeOf(target);
    if (Number.isNaN(at) || isComposing || event.keyCode === 229 || ctrlKey || metaKey || altKey) return;
    const { value } = target as HTMLInputElement | HTMLButtonElement;
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (value === 'move' && step) this.#move(at, at + step);
    else if (target instanceof HTMLInputElement && key === 'Enter') this.#next(at);
    else if (target instanceof HTMLInputElement && key === 'Backspace' && !value && this.#options.length > 2)
      this.#remove(at, at - 1); // it goes as an empty line does
    else return;
    event.preventDefault();
  };

  /** Enter goes on to the next choice, and makes one where there is room. */
  #next(at: number) {
    if (at + 1 < this.#options.length) void this.#focus('[name=choice]', at + 1);
    else if (this.#options.length < this.composer.limits.polls.options && this.#options[at]?.trim()) this.#add();
  }

  readonly #take = (event: PointerEvent) => {
    const handle = (event.target as Element).closest<HTMLElement>('[value=move]');
    if (!handle || event.button || this.composer.sending.busy) return;
    this.#dragging.take(handle, placeOf(handle), event);
  };
}
