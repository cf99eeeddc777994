import type { LitElement, ReactiveController } from 'lit';
import { languageOf } from '../i18n/language.js';
import type { Speaker, Vocabulary, Words } from '../i18n/vocabulary.js';

/** Gives its host the words of the language it stands in; `value` is undefined until the first ones are there. */
export class WordsController<W extends Words> implements ReactiveController {
  /** Whoever spoke last goes on until the next one is there. */
  value: Speaker<W> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly vocabulary: Vocabulary<W>,
  ) {
    host.addController(this);
  }

  hostConnected() {
    this.host.requestUpdate();
  }

  hostUpdate() {
    if (!this.host.isConnected) return;
    const lang = languageOf(this.host);
    const speaker = this.vocabulary.speaker(lang);
    if (speaker) this.value = speaker;
    else void this.vocabulary.load(lang).then(() => this.host.requestUpdate());
  }
}
