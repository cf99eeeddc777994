import { html, nothing } from 'lit';
import { WordsController } from '../../../controllers/words-controller.js';
import { type HintWords, hintWords } from '../../../i18n/compose-hints.js';
import { guessLanguage } from '../../../i18n/guess.js';
import { languageOf } from '../../../i18n/language.js';
import { mentions } from '../../../mastodon/posting.js';
import { shortNames, unknownNames } from '../../../mastodon/unknown-names.js';
import { language } from '../../../parts/icon/compose-icons.js';
import { alert, smallIcon } from '../../../parts/icon/icon.js';
import type { Composer } from '../composer.js';
import { languageName } from '../languages.js';
import type { Piece } from '../piece.js';

/** Nothing is pointed out while the letters still come. */
const quiet = 700;

/** Norwegian has several tags. */
const base = (tag: string | undefined) => tag?.split('-')[0]?.replace(/^n[no]$/, 'nb');

/** What the writer may want to know before it leaves: it is in another language than it says, or somebody will not see it. */
export class HintsPiece implements Piece {
  readonly #voice: WordsController<HintWords>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #of = '';
  #language: string | undefined;
  #unknown: readonly string[] = [];

  constructor(private readonly composer: Composer) {
    const { form } = composer;
    this.#voice = new WordsController(form, hintWords);
    form.addController({ hostUpdate: () => this.#listen(), hostDisconnected: () => clearTimeout(this.#timer) });
    this.#listen();
  }

  draw(): unknown {
    const words = this.#voice.value;
    if (!words) return undefined;
    const { writing, home, form, sending } = this.composer;
    const [guess, lang] = [this.#language, languageOf(form) || words.lang];
    // Whoever has chosen one knows better.
    const offered =
      guess && writing.draft.language === undefined && base(writing.language) !== guess ? guess : undefined;
    const name = offered && languageName(offered, lang);
    const inWarning = !!writing.warning && mentions(writing.warning) ? words.say('inWarning') : undefined;
    const missing = this.#unknown.map((each) => words.say('unknown', { name: `@${each}`, host: home?.host ?? '' }));
    return html`<div class="piece hints" aria-live="polite">
      ${[inWarning, ...missing].map((text) => (text ? hint(alert, text) : nothing))}${
        name && !sending.busy
          ? hint(
              language,
              words.say('looksLike', { language: name }),
              words.say('setLanguage', { language: name }),
              this.#press,
            )
          : nothing
      }
    </div>`;
  }

  turned(): void {
    this.#language = undefined;
    this.#unknown = [];
  }

  /** The text is another: it is looked at once it rests. */
  #listen() {
    const { text } = this.composer.writing;
    if (text === this.#of) return;
    this.#of = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(text), quiet);
  }

  /** Without the word that is being written. */
  get #written() {
    const { textBox: box, writing } = this.composer;
    if (!box?.matches(':focus')) return writing.text;
    const { value, selectionEnd: at } = box;
    return value.slice(0, at).replace(/\S+$/, '') + value.slice(at);
  }

  async #look(text: string) {
    const { form, asking } = this.composer;
    this.#language = guessLanguage(text);
    form.requestUpdate();
    const unknown = asking ? await unknownNames(asking, shortNames(this.#written, asking.host)) : [];
    if (text !== this.#of) return;
    this.#unknown = unknown;
    form.requestUpdate();
  }

  readonly #press = () => {
    const { writing, sending, textBox } = this.composer;
    writing.change({ language: this.#language });
    sending.rest();
    textBox?.focus();
  };
}

const hint = (path: string, text: string, offer?: string, press?: () => void) => html`<div class="compose-said">
  ${smallIcon(path)}
  <p>${text}</p>
  ${offer ? html`<div class="buttons"><button class="button button-quiet" part="button" type="button" @click=${press}>${offer}</button></div>` : nothing}
</div>`;
