import type { LitElement, ReactiveController } from 'lit';
import { type FailureSpeaker, failureSpeaker } from '../i18n/failure.js';
import { languageOf } from '../i18n/language.js';

/** Brings the words of failures when its host has failed. */
export class FailureController implements ReactiveController {
  /** Undefined until they are there. */
  value: FailureSpeaker | undefined;
  /** They could not be loaded: the network that failed took them along. */
  lost = false;
  #asked = '';

  constructor(
    private readonly host: LitElement,
    private readonly failed: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdate() {
    if (!this.failed() || !this.host.isConnected) return;
    const lang = languageOf(this.host);
    if (this.#asked === lang) return;
    this.#asked = lang;
    failureSpeaker(lang)
      .then((speaker) => {
        this.value = speaker;
        this.lost = false;
      })
      .catch(() => {
        this.lost = true;
        this.#asked = '';
      })
      .finally(() => this.host.requestUpdate());
  }
}
