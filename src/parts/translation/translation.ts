import { html, nothing } from 'lit';
import type { ActsSpeaker } from '../../i18n/acts.js';
import { languageName } from '../../i18n/language-name.js';
import type { TranslationSpeaker, TranslationTerm } from '../../i18n/translation.js';
import type { Status, Translation } from '../../mastodon/entities.js';
import type { MastoError } from '../../mastodon/errors.js';
import { smallIcon } from '../icon/icon.js';
import { refusal } from '../refusal/refusal.js';

/** Here, not beside other icons: those come with what shows more of them. */
const sign =
  'M3.5 6h9.5M8.25 4v2M11 6c-.8 3.6-3.2 6.4-6.8 8M6 9.5c1 2 2.7 3.4 4.8 4.3m.95 6.45 4.25-10 4.25 10M13.25 17h5.5';

/** How it stands with the translation of a post. */
export interface TranslationState {
  readonly translation?: Translation | undefined;
  readonly error?: MastoError | undefined;
  readonly busy?: boolean;
  readonly shown?: boolean;
}

interface TranslationContext {
  readonly words: TranslationSpeaker;
  /** What is said of failures that any deed may meet. */
  readonly acts: ActsSpeaker;
  readonly nameOf: (tag: string) => string;
}

/** What leads to a translation: it names the language, where the post does. */
export const translationLabel = (language: string | undefined, { say, lang }: TranslationSpeaker): string =>
  language ? say('translateFrom', { language: languageName(language, lang) }) : say('translate');

/** By whom, and from which language, as far as the server says. */
function credit({ from, provider }: Translation, written: string | undefined, { words, nameOf }: TranslationContext) {
  const tag = from ?? written;
  const values = { language: tag ? nameOf(tag) : '', provider: html`<bdi>${provider}</bdi>` };
  const term = tag ? (provider ? 'translatedFromBy' : 'translatedFrom') : provider ? 'translatedBy' : 'translated';
  return words.weave<unknown>(term, values);
}

const own: readonly string[] = ['forbidden', 'not-found', 'server', 'failed', 'unreachable', 'timeout', 'offline'];

/** Failures of a translation in words of their own, all others in those of any deed. */
const speakerOf = ({ words, acts }: TranslationContext): ActsSpeaker => ({
  lang: acts.lang,
  say: (term, values) => (own.includes(term) ? words.say(term as TranslationTerm, values) : acts.say(term, values)),
  weave: (term, values) => acts.weave(term, values),
});

/** Under a post: the way to its translation; what it is and the way back; or why there is none. */
export function translation(status: Status, state: TranslationState | undefined, context: TranslationContext) {
  const { words } = context;
  const { translation, shown, busy, error } = state ?? {};
  const said = shown && translation ? credit(translation, status.language, context) : busy ? words.say('busy') : '';
  const [value, label] = shown
    ? (['original', words.say('original')] as const)
    : (['translate', translationLabel(status.language, words)] as const);
  return html`<div class="translation">
    <span class="translation-said" role="status">${said ? [smallIcon(sign), html`<span dir="auto">${said}</span>`] : nothing}</span>
    <button class="button button-translate" part="button" type="button" value=${value} aria-busy=${!!busy} aria-disabled=${!!busy}>${shown ? nothing : smallIcon(sign)}<bdi>${label}</bdi></button>
    ${error ? refusal(error, status.url, speakerOf(context)) : nothing}
  </div>`;
}
