import { html } from 'lit';
import { actsWords } from '../../../i18n/acts.js';
import { type DialogSpeaker, dialogWords } from '../../../i18n/dialogs.js';
import { menuWords } from '../../../i18n/menu.js';
import { frame } from '../menu/frame.js';
import type { Asking, Question } from '../menu/question.js';
import { hosted, hostOf, named } from './named.js';

/** What is said before something is closed: a title, what will be, and the button's name. */
interface Warning {
  readonly title: unknown;
  readonly lines: readonly unknown[];
  readonly confirm: string;
}

abstract class Closing implements Question {
  static readonly prepare = (lang: string): Promise<unknown> => dialogWords.load(lang);

  constructor(protected readonly asking: Asking) {}

  protected abstract warn(words: DialogSpeaker): Warning;

  draw(): unknown {
    const { lang, busy, problem } = this.asking;
    const words = dialogWords.speaker(lang);
    if (!words) return undefined;
    const { title, lines, confirm } = this.warn(words);
    const body = html`<ul class="lost">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
    const parts = { title, body, confirm, danger: true, busy, problem };
    return frame(parts, menuWords.speaker(lang)!, actsWords.speaker(lang)!);
  }
}

/** What changes between the reader and somebody whom they block. */
export class BlockQuestion extends Closing {
  protected warn(words: DialogSpeaker): Warning {
    const { say } = words;
    return {
      title: words.weave<unknown>('blockTitle', { name: named(this.asking.author) }),
      lines: [say('blockThem'), say('blockYou'), say('blockKnown')],
      confirm: say('block'),
    };
  }
}

/** What changes when everybody of a server is blocked; followers from there are gone for good. */
export class BlockServerQuestion extends Closing {
  protected warn(words: DialogSpeaker): Warning {
    const { say } = words;
    const host = hosted(hostOf(this.asking.author));
    return {
      title: words.weave<unknown>('serverTitle', { host }),
      lines: [say('serverPosts'), say('serverFollows'), words.weave<unknown>('serverBack', { host })],
      confirm: say('blockServer'),
    };
  }
}
