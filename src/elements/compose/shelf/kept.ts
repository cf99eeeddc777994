import { html, nothing, type TemplateResult } from 'lit';
import { page } from '../../../base/page.js';
import { pageUrl } from '../../../base/url.js';
import { since } from '../../../i18n/due.js';
import { Drafts, type Draft, type Place, type Shelved } from '../../../mastodon/drafts.js';
import { narrower } from '../../../mastodon/posting.js';
import { bin } from '../../../parts/icon/shelf-icons.js';
import { icon } from '../../../parts/icon/icon.js';
import { Writing } from '../writing.js';
import type { Around } from './dialog.js';
import { button, holds, row } from './row.js';

/** The post that a draft answers, by its address; undefined for none. */
const answered = ({ thread }: Place) => pageUrl(thread.replace(/^~.*?~/, ''));

/** Where it was begun, if that is another page of this origin. A storage may hold what others wrote. */
function begun({ page: path }: Place): string | undefined {
  const url = URL.canParse(path, location.href) ? new URL(path, location.href) : undefined;
  const here = url?.origin === location.origin && url.pathname + url.search === location.pathname + location.search;
  return url?.origin === location.origin && !here ? url.href : undefined;
}

/** The account's drafts that stand in no form of this page. */
export class Kept {
  readonly #drafts = new Drafts(page);
  #items: readonly Shelved[] = [];
  /** Thrown away while the dialog is open: they can be had back. */
  readonly #thrown = new Set<Shelved>();
  #wrong: { readonly of: Shelved; readonly text: string } | undefined;
  #busy: Shelved | undefined;

  constructor(private readonly around: Around) {
    around.composer.writing.save();
    this.read();
  }

  /** Looks what is there. */
  read(): void {
    const found = this.#drafts.all(this.around.home.me.acct).filter(({ place }) => !Writing.uses(place));
    const thrown = [...this.#thrown];
    const others = found.filter(({ place }) => !thrown.some((each) => keyOf(each) === keyOf({ place })));
    this.#items = [...others, ...thrown].sort((a, b) => b.at - a.at);
  }

  draw(): unknown {
    const { say } = this.around.words;
    if (!this.#items.length) return html`<p>${say('noDrafts')}</p>`;
    return html`<ul>${this.#items.map((item, at) => (this.#thrown.has(item) ? this.#gone(at) : this.#row(item, at)))}</ul>`;
  }

  /** Does what a button says. */
  press(verb: string, id: string): void {
    const item = this.#items[Number(id)];
    if (!item || this.#busy) return;
    if (verb === 'here') void this.#continue(item);
    if (verb === 'throw') this.#throw(item, id);
    if (verb === 'undo') this.#undo(item, id);
  }

  #gone(at: number): TemplateResult {
    const { say } = this.around.words;
    return html`<li class="shelf-row"><div class="buttons"><span class="shelf-facts">${say('thrown')}</span>${button('undo', `${at}`, say('undo'), 'button-quiet')}</div></li>`;
  }

  #row(item: Shelved, at: number): TemplateResult {
    const { words, lang, composer } = this.around;
    const { say } = words;
    const { place, draft, kept } = item;
    const url = answered(place);
    const answer = url ? say('answerOn', { host: new URL(url).host }) : draft.replyTo && say('answer');
    const change = draft.editing && say('changes');
    const facts = [
      change,
      answer,
      ...holds(draft, words),
      draft.scheduledAt && say('waits'),
      say(kept ? 'onDevice' : 'inTab'),
    ];
    const id = `${at}`;
    const link = begun(place);
    const below = html`<div class="buttons">
      ${composer.replying && (change ?? answer) && url !== this.#own ? nothing : button('here', id, say('here'))}${
        link ? html`<a class="link" href=${link}>${say('elsewhere')}</a>` : nothing
      }<button class="icon-button" type="button" value="throw" data-id=${id} aria-label=${say('throwAway')} title=${say('throwAway')}>${icon(bin)}</button>
    </div>`;
    const problem = this.#wrong?.of === item ? this.#wrong.text : undefined;
    const when = since(item.at, Date.now(), lang, words.lang);
    return row({ draft, when, facts, problem, busy: this.#busy === item, below }, words);
  }

  get #own(): string | undefined {
    const { parent, inReplyTo } = this.around.composer.form;
    return parent?.key ?? inReplyTo;
  }

  /** It comes into the form; what stood there goes on the shelf in its place. */
  async #continue(item: Shelved) {
    const { composer, home } = this.around;
    if (composer.sending.busy) return;
    this.#busy = item;
    this.#wrong = undefined;
    await this.around.redraw();
    const draft = await this.#whole(item);
    this.#busy = undefined;
    if (composer.home !== home) return;
    if (!draft || composer.sending.busy) return this.around.redraw();
    composer.writing.take(draft);
    this.#drafts.remove(item.place);
    composer.writing.save(); // where there was no room for both
    this.around.close(true);
  }

  /** An answer stays one, and is seen by no more people than what it answers (R176). Undefined when that is not to be had. */
  async #whole(item: Shelved): Promise<Draft | undefined> {
    const { home, words } = this.around;
    const { draft, place } = item;
    const url = answered(place);
    if (!url || url === this.#own || draft.replyTo) return draft;
    try {
      const { localStatus } = await import('../../../mastodon/resolve.js');
      const { id, visibility } = home.statuses.get(await localStatus(home, url))!;
      const before = draft.visibility ?? home.defaults.visibility;
      return { ...draft, replyTo: { id, url }, visibility: narrower(before, visibility) };
    } catch {
      this.#wrong = { of: item, text: words.say('unfound', { host: home.host }) };
      return undefined;
    }
  }

  #throw(item: Shelved, id: string) {
    this.#drafts.remove(item.place);
    this.#thrown.add(item);
    this.around.tell('', `[value=undo][data-id="${id}"]`);
  }

  #undo(item: Shelved, id: string) {
    const { place, draft, kept } = item;
    this.#thrown.delete(item);
    this.#drafts.write(place, draft, kept);
    this.around.tell('', `[value=here][data-id="${id}"]`);
  }
}

const keyOf = ({ place }: Pick<Shelved, 'place'>) => JSON.stringify(place);
