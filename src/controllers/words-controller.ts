import type { LitElement, ReactiveController } from 'lit';
import { languageOf } from '../i18n/language.js';
import type { Speaker, Vocabulary, Words } from '../i18n/vocabulary.js';

/** Gives its host the words of the language it stands in; `value` is undefined while they are on their way. */
export class WordsController<W extends Words> implements ReactiveController {
  #lang = 'en';

  constructor(
    private readonly host: LitElement,
    private readonly vocabulary: Vocabulary<W>,
  ) {
    host.addController(this);
  }

  get value(): Speaker<W> | undefined {
    return this.vocabulary.speaker(this.#lang);
  }

  hostConnected() {
    this.host.requestUpdate();
  }

  hostUpdate() {
    if (!this.host.isConnected) return;
    this.#lang = languageOf(this.host);
    if (!this.value) void this.vocabulary.load(this.#lang).then(() => this.host.requestUpdate());
  }
}
