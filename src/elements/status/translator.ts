import { baseOf } from '../../base/text.js';
import { type LitElement, nothing, type ReactiveController } from 'lit';
import { authOf } from '../../base/context.js';
import { MastoErrorEvent } from '../../base/events.js';
import { actsWords } from '../../i18n/acts.js';
import { languageName } from '../../i18n/language-name.js';
import { languageOf } from '../../i18n/language.js';
import { translationWords } from '../../i18n/translation.js';
import type { Status } from '../../mastodon/entities.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { Translations } from '../../mastodon/translations.js';
import { styles as refusalStyles } from '../../parts/refusal/refusal.styles.js';
import { translation, translationLabel } from '../../parts/translation/translation.js';
import { styles } from '../../parts/translation/translation.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { Around } from './pieces.js';

/** What the reader reads, the best first: the page's language, the browser's, and the one that they write in. */
const wishesOf = (home: HomeSession, lang: string) => [
  ...new Set([lang, ...navigator.languages, ...(home.defaults.language ? [home.defaults.language] : [])]),
];

const targetOf = (status: Status, home: HomeSession, lang: string) =>
  Translations.at(home).target(status, wishesOf(home, lang));

/** Translation of one post: the way to it, what has come of it, and the way back. */
export class Translator implements ReactiveController {
  #key: string | undefined;
  #of: Translations | undefined;
  #told: unknown;

  /** Asks what must be known before anything can be offered. */
  static async prepare(home: HomeSession, lang: string): Promise<void> {
    await Promise.all([Translations.at(home).ready(), translationWords.load(lang)]);
  }

  /** As `translationItem` of `translating.ts`. */
  static item(around: Around, lang: string): { value: string; label: string } | undefined {
    const { status, home } = around.shown();
    const words = translationWords.speaker(lang);
    if (!status || !home || !words) return undefined;
    if (Translations.at(home).of(status)?.shown) return { value: 'original', label: words.say('original') };
    if (!targetOf(status, home, lang)) return undefined;
    return { value: 'translate', label: translationLabel(status.language, words) };
  }

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {
    host.addController(this);
  }

  hostDisconnected() {
    this.#of?.removeEventListener(this.#key!, this.#update);
    this.#of = undefined;
  }

  draw(status: Status, home: HomeSession, lang: string): unknown {
    const words = translationWords.speaker(lang);
    const acts = actsWords.speaker(lang);
    const all = Translations.at(home);
    if (!words || !acts || !all.isReady) {
      // In a list, nothing moves for it: it stands there with the next drawing.
      const update = 'entry' in this.host && this.host.entry ? () => undefined : this.#update;
      void Promise.all([Translator.prepare(home, lang), actsWords.load(lang)]).then(() => all.isReady && update());
      if (!words || !acts) return nothing;
    }
    this.#follow(all, status.key);
    const rendering = all.of(status);
    const target = targetOf(status, home, lang);
    if (!target && !rendering) return nothing;
    adoptLate(this.host.renderRoot, rendering?.error ? [styles, refusalStyles] : [styles]);
    return translation(status, rendering, { words, acts, nameOf: (tag) => languageName(tag, lang) });
  }

  press(button: HTMLButtonElement): boolean {
    const { status, home } = this.around.shown();
    const { value } = button;
    if (!status || !home) return false;
    const all = Translations.at(home);
    if (value === 'original') all.hide(status);
    else if (value === 'translate') void this.#translate(status, home);
    else if (/^(?:sign-in|allow)$/.test(value) && button.closest('.translation')) {
      const { scope } = all.of(status)?.error?.facts ?? {};
      void authOf(this.host)?.login(home.host, value === 'allow' ? [scope ?? 'read:statuses'] : undefined);
    } else return false;
    return true;
  }

  async #translate(status: Status, home: HomeSession) {
    const all = Translations.at(home);
    const lang = languageOf(this.host);
    await all.show(status, targetOf(status, home, lang) ?? baseOf(lang));
    const error = all.of(status)?.error;
    if (!error || error === this.#told) return;
    this.#told = error;
    this.host.dispatchEvent(new MastoErrorEvent(error));
  }

  /** Draws anew whenever something comes of it, wherever on the page it was wished for. */
  #follow(all: Translations, key: string) {
    if (all === this.#of && key === this.#key) return;
    this.hostDisconnected();
    this.#of = all;
    this.#key = key;
    all.addEventListener(key, this.#update);
  }

  readonly #update = () => this.host.requestUpdate();
}
