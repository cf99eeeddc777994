import { html } from 'lit';
import { actsWords } from '../../../i18n/acts.js';
import { type DialogSpeaker, dialogWords } from '../../../i18n/dialogs.js';
import { menuWords } from '../../../i18n/menu.js';
import type { Choices } from '../../../mastodon/relating.js';
import { frame } from '../menu/frame.js';
import type { Asking, Question } from '../menu/question.js';
import { styles } from './dialogs.styles.js';
import { named } from './named.js';

/** How long somebody may be muted, in seconds, with the words for it; Mastodon's own choices. */
const durations = [
  [0, 'forGood', 0],
  [300, 'minutes', 5],
  [1800, 'minutes', 30],
  [3600, 'hours', 1],
  [21_600, 'hours', 6],
  [86_400, 'days', 1],
  [259_200, 'days', 3],
  [604_800, 'days', 7],
] as const;

/** For how long somebody is muted, and whether their notifications are, too. */
export class MuteQuestion implements Question {
  static readonly styles = styles;
  static readonly prepare = (lang: string): Promise<unknown> => dialogWords.load(lang);

  /** What Mastodon does when nothing is said. */
  choices: Choices = { duration: 0, notifications: true };

  constructor(private readonly asking: Asking) {}

  draw(): unknown {
    const { author, lang, busy, problem } = this.asking;
    const words = dialogWords.speaker(lang);
    if (!words) return undefined;
    const title = words.weave<unknown>('muteTitle', { name: named(author) });
    const parts = { title, body: this.#body(words), confirm: words.say('mute'), busy, problem };
    return frame(parts, menuWords.speaker(lang)!, actsWords.speaker(lang)!);
  }

  #body({ say }: DialogSpeaker) {
    const options = durations.map(
      ([seconds, term, n]) =>
        html`<option value=${seconds} ?selected=${seconds === this.choices.duration}>${say(term, { n })}</option>`,
    );
    return html`<p>${say('muteText')}</p>
      <label class="field"
        ><span class="field-label">${say('muteFor')}</span>
        <select class="input" @change=${this.#last}>${options}</select></label
      >
      <label class="choice"
        ><input type="checkbox" .checked=${this.choices.notifications!} @change=${this.#hide} /><span
          >${say('muteNotifications')}</span
        ></label
      >`;
  }

  readonly #last = ({ target }: Event) => {
    this.choices = { ...this.choices, duration: Number((target as HTMLSelectElement).value) };
  };

  readonly #hide = ({ target }: Event) => {
    this.choices = { ...this.choices, notifications: (target as HTMLInputElement).checked };
  };
}
