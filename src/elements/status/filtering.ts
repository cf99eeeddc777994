import { type LitElement, nothing } from 'lit';
import { textOf } from '../../content/content.js';
import type { StatusPlace } from '../../controllers/status-controller.js';
import { type FullerSpeaker, fullerWords } from '../../i18n/fuller.js';
import type { FilterHit, Status } from '../../mastodon/entities.js';
import { bringRules, rulesOf } from '../../mastodon/filter-rules.js';
import { filterLine } from '../../parts/filter/filter.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Fuller, Kind } from './fuller.js';
import { type Around, type Pieces, plainly } from './pieces.js';
import type { Page } from './rich.js';

/** A page waits no longer than this for the reader's filters, in ms. */
const patience = 3000;

/** What must be known before a page of posts is drawn: words, and the filters where the reader's server has not applied them. */
export async function prepare(page: Page, keys: readonly string[], lang: string): Promise<void> {
  const { home, facts } = page;
  const unread = (key: string) => !home?.mine.filteredBy(facts.statuses.proper(key)?.key ?? '');
  const rules = home && keys.some(unread) ? bringRules(home) : undefined;
  const late = rules && new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.all([fullerWords.load(lang), late && Promise.race([rules, late])]);
}

const texts = new WeakMap<Status, string>();

/** What Mastodon's server looks through. */
function textFor(status: Status): string {
  const { spoilerText, content, poll, media } = status;
  const pieces = [
    spoilerText,
    textOf(content),
    ...(poll?.options.map(({ title }) => title) ?? []),
    ...media.map(({ description }) => description),
  ];
  const text = texts.get(status) ?? pieces.join('\n\n');
  texts.set(status, text);
  return text;
}

/** The filters that a post meets where it stands. The reader's own posts meet none. */
function hitsOf({ home, context = 'thread' }: Partial<Page>, status: Status): readonly FilterHit[] {
  if (!home || status.account === home.me.key) return [];
  const matching = () => rulesOf(home).filter(({ words }) => words.test(textFor(status)));
  const hits = home.mine.filteredBy(status.key) ?? matching().map(({ filter }) => filter);
  const now = Date.now();
  return hits.filter((hit) => hit.context.includes(context) && !(Date.parse(hit.expiresAt ?? '') <= now));
}

/** Whether the reader does not want to see a post in a list at all. */
export function hides(place: StatusPlace): boolean {
  const status = place.home && place.facts.statuses.proper(place.key);
  return !!status && hitsOf(place, status).some(({ action }) => action === 'hide');
}

const none = () => nothing;
const covered: Pieces = { warning: none, content: none, media: none, poll: none, card: none, quote: none };

/** The words of a picture that is covered by a filter. */
function speaking(words: PostContext['words'], blurred: string): PostContext['words'] {
  const say: typeof words.say = (term, values) => (/^sensitive/.test(term) ? blurred : words.say(term, values));
  return { lang: words.lang, say, weave: (term, values) => words.weave(term, values) };
}

/** Covers what the reader has filtered, by the rules of their own server. Comes last: nothing is drawn over it. */
export class Filtering implements Kind {
  #asked = false;
  #fuller: Fuller | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
    private readonly inner: (around: Around) => Fuller,
  ) {}

  pieces(status: Status, post: PostContext, before: Pieces): Partial<Pieces> {
    const shown = this.around.shown();
    this.#ask(shown, status);
    const hits = hitsOf(shown, status);
    if (!hits.length) return {};
    const words = this.#words(post);
    const strong = hits.filter(({ action }) => action !== 'blur');
    if (strong.length) return this.#cover(strong, words, before);
    return words && !post.mediaOpen ? { media: () => this.#blurred(status, post, hits, words) } : {};
  }

  press({ value }: HTMLButtonElement): boolean {
    if (value === 'unfilter') this.around.toggle(value);
    return value === 'unfilter';
  }

  #words({ words: { lang } }: PostContext): FullerSpeaker | undefined {
    const words = fullerWords.speaker(lang);
    if (!words) void fullerWords.load(lang).then(() => this.host.requestUpdate());
    return words;
  }

  #cover(hits: readonly FilterHit[], words: FullerSpeaker | undefined, before: Pieces): Partial<Pieces> {
    if (!words) return covered;
    const isOpen = this.around.isOpen('unfilter');
    const line = filterLine(hits, isOpen, words);
    return isOpen ? { warning: () => [line, before.warning()] } : { ...covered, warning: () => line };
  }

  /** As pictures are covered that their author calls sensitive, whoever draws them. */
  #blurred(status: Status, post: PostContext, hits: readonly FilterHit[], { say }: FullerSpeaker) {
    const blurred = say('blurred', { title: hits.map(({ title }) => title).join(', ') });
    const sensitive = { ...status, sensitive: true };
    const saying = { ...post, words: speaking(post.words, blurred) };
    // For nobody's eyes, so that it is not filtered once more.
    this.#fuller ??= this.inner({ ...this.around, shown: () => ({ ...this.around.shown(), home: undefined }) });
    const plain = plainly(sensitive, saying, () => document.createElement('div'));
    return this.#fuller.pieces(sensitive, saying, plain).media();
  }

  /** A post that stands alone, and that the reader's server has not looked at. */
  #ask({ home }: Partial<Page>, status: Status) {
    if (this.#asked || !home || home.mine.filteredBy(status.key)) return;
    this.#asked = true;
    void bringRules(home)?.then(() => this.host.requestUpdate());
  }
}
