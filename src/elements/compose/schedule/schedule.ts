import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { clock as ticks } from '../../../base/clock.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { type ScheduleSpeaker, type ScheduleWords, scheduleWords } from '../../../i18n/compose-schedule.js';
import { due, localTime, momentOf } from '../../../i18n/due.js';
import { languageOf } from '../../../i18n/language.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import type { PostField } from '../../../mastodon/posting.js';
import { canSchedule, soonest } from '../../../mastodon/schedules.js';
import { clock } from '../../../parts/icon/compose-icons.js';
import { close } from '../../../parts/icon/form-icons.js';
import { alert, icon, smallIcon } from '../../../parts/icon/icon.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import type { Problem } from '../problems.js';
import { styles } from './schedule.styles.js';

/** Tomorrow at nine: whoever wants something to appear later wants another day, most often. */
function proposed(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}

/** When a post is to appear, if not at once. */
export class SchedulePiece implements Piece {
  readonly #voice: WordsController<ScheduleWords>;
  /** The field is there, though what it says is no time yet. */
  #open = false;
  /** Servers that would post it at once. */
  #unable: HomeSession | undefined;
  #asked: HomeSession | undefined;
  #before: string | undefined;

  constructor(private readonly composer: Composer) {
    const { form } = composer;
    this.#voice = new WordsController(form, scheduleWords);
    adoptLate(form.renderRoot, [styles]);
    let still: (() => void) | undefined;
    form.addController({
      hostConnected: () => (still = ticks.listen(() => this.#shown && form.requestUpdate())),
      hostDisconnected: () => still?.(),
    });
  }

  draw(): unknown {
    const words = this.#words;
    if (!this.#shown || !words) return undefined;
    this.#ask();
    const { scheduledAt } = this.composer.writing.draft;
    const wrong = this.#wrong(words);
    const text = wrong ?? due(new Date(scheduledAt!), Date.now(), languageOf(this.composer.form), words);
    return html`<div class="piece due" @input=${this.#write}>
      ${icon(clock)}<input class="input" part="field" type="datetime-local" name="due" aria-label=${words.say('when')} title=${words.say('when')}
        min=${localTime(new Date(Date.now() + soonest))} aria-invalid=${!!wrong} aria-describedby="due-said"
        .value=${live(scheduledAt ? localTime(new Date(scheduledAt)) : '')} ?readonly=${this.composer.sending.busy} />
      <button class="icon-button" type="button" value="now" @click=${this.#leave} aria-label=${words.say('now')} title=${words.say('now')}>${icon(close)}</button>
      <p id="due-said" class=${wrong ? 'field-error' : 'field-hint'}>${wrong ? smallIcon(alert) : nothing}<span>${text}</span></p>
    </div>`;
  }

  mistake(): Problem | undefined {
    const words = this.#words;
    const said = this.#shown && words ? this.#wrong(words) : undefined;
    return said === undefined ? undefined : { term: 'refused', said, field: 'schedule' };
  }

  /** A server that keeps nothing for later would post it at once. */
  async ready(): Promise<Problem | undefined> {
    const { home } = this.composer;
    if (this.#shown && home && !(await canSchedule(home))) this.#unable = home;
    return this.mistake();
  }

  /** In with a time, or out with it. */
  press(): void {
    if (this.#shown) return this.#leave();
    this.#open = true;
    this.#set(this.#before && Date.parse(this.#before) > Date.now() + soonest ? this.#before : proposed());
    void this.#focus();
  }

  focus(field: PostField): boolean {
    if (field !== 'schedule' || !this.#shown) return false;
    void this.#focus();
    return true;
  }

  turned(): void {
    this.#open = false;
    this.#before = undefined;
  }

  get #words(): ScheduleSpeaker | undefined {
    return this.#voice.value;
  }

  get #shown(): boolean {
    const { scheduledAt, editing } = this.composer.writing.draft;
    return !editing && (this.#open || !!scheduledAt);
  }

  #wrong({ say }: ScheduleSpeaker): string | undefined {
    const { writing, home } = this.composer;
    const { scheduledAt } = writing.draft;
    if (home && home === this.#unable) return say('unable', { host: home.host });
    if (!scheduledAt) return say('noTime');
    return Date.parse(scheduledAt) < Date.now() + soonest ? say('tooSoon') : undefined;
  }

  #ask() {
    const { asking: home, form } = this.composer;
    if (!home || home === this.#asked) return;
    this.#asked = home;
    void canSchedule(home).then((able) => {
      if (able) return;
      this.#unable = home;
      form.requestUpdate();
    });
  }

  #set(scheduledAt: string | undefined) {
    const { writing, sending } = this.composer;
    if (sending.busy) return; // on its way it stays as it is
    writing.change({ scheduledAt });
    sending.rest();
  }

  async #focus() {
    const { form } = this.composer;
    await scheduleWords.load(languageOf(form)); // nothing is drawn without words
    form.requestUpdate();
    await form.updateComplete;
    form.renderRoot.querySelector<HTMLElement>('[name=due]')?.focus();
  }

  readonly #leave = () => {
    this.#before = this.composer.writing.draft.scheduledAt ?? this.#before;
    this.#open = false;
    this.#set(undefined);
    this.composer.form.focus();
  };

  readonly #write = ({ target }: Event) => {
    this.#open = true;
    this.#set(momentOf((target as HTMLInputElement).value)?.toISOString());
  };
}
