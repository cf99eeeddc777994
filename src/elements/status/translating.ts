import { baseOf } from '../../base/text.js';
import type { LitElement } from 'lit';
import { LazyController } from '../../controllers/lazy-controller.js';
import { languageOf } from '../../i18n/language.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Kind } from './fuller.js';
import type { Around, Pieces } from './pieces.js';
import type { Page } from './rich.js';
import type { Translator } from './translator.js';

let kind: typeof Translator | undefined;

const bring = async () => (kind ??= (await import('./translator.js')).Translator);

/** A page waits no longer than this for what its reader's server can translate, in ms. */
const patience = 250;

/** Whether a post is in a language that the reader may not read. */
const isForeign = ({ language }: Status, lang: string) =>
  !!language && ![lang, ...navigator.languages].some((read) => baseOf(read) === baseOf(language));

/** Brings what translates, and what the reader's server can, where a page has something for it. Never rejects. */
export async function prepareTranslation({ home, facts }: Page, keys: readonly string[], lang: string): Promise<void> {
  const foreign = keys.some((key) => {
    const status = facts.statuses.proper(key);
    return status && isForeign(status, lang);
  });
  if (!home || !foreign) return;
  const ready = bring().then((translator) => translator.prepare(home, lang));
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([ready.catch(() => undefined), late]);
}

/** What a menu says of the translation of a post: the button's value and its label. Undefined where there is none to offer. */
export const translationItem = (around: Around, lang: string): { value: string; label: string } | undefined =>
  kind?.item(around, lang);

/** Translation by the reader's own server. */
export class Translating implements Kind {
  #translator: Translator | undefined;
  #coming: LazyController<typeof Translator> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(_status: Status, post: PostContext, before: Pieces): Partial<Pieces> {
    // What is drawn may be a translation already: here it is about what was written.
    const { status, home } = this.around.shown();
    if (!home || !status) return {};
    const foreign = isForeign(status, languageOf(this.host));
    // A post that does not name its language is translated for whoever asks for it in the menu.
    if (!foreign && (status.language || !kind)) return {};
    if (kind) this.#translator ??= new kind(this.host, this.around);
    else void (this.#coming ??= new LazyController(this.host, bring)).value;
    const translator = this.#translator;
    return translator ? { foot: () => [before.foot?.(), translator.draw(status, home, post.words.lang)] } : {};
  }

  press(button: HTMLButtonElement): boolean {
    return !!this.#translator?.press(button);
  }
}
