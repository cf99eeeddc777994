import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { composeWords } from '../../../i18n/compose.js';
import { due, localTime, momentOf } from '../../../i18n/due.js';
import { page } from '../../../base/page.js';
import { Drafts } from '../../../mastodon/drafts.js';
import type { MastoError } from '../../../mastodon/errors.js';
import { isUnsure } from '../../../mastodon/posting.js';
import { listScheduled, postpone, soonest, withdraw, type Scheduled } from '../../../mastodon/schedules.js';
import type { Around } from './dialog.js';
import { button, holds, row, trouble } from './row.js';

const now = () => Date.now();

type Trouble = 'mayNotRead' | 'unable' | 'unreachable';

interface Opened {
  readonly id: string;
  readonly what: 'time' | 'edit';
}

/** What waits at the server for its time: it can have another, come back into the form, or be withdrawn. */
export class Waiting {
  /** The soonest first; undefined until the server has said. */
  #items: readonly Scheduled[] | undefined;
  #next: string | undefined;
  #problem: Trouble | undefined;
  /** The row that is asked about, and what was wrong with it. */
  #open: Opened | undefined;
  #wrong: { readonly id: string; readonly text: unknown } | undefined;
  #busy: string | undefined;
  /** The time that is being written. */
  #value: string | undefined;

  constructor(private readonly around: Around) {}

  async load(more = false): Promise<void> {
    const { home } = this.around;
    this.#problem = home.may('read:statuses') ? undefined : 'mayNotRead';
    if (this.#problem) return this.around.redraw();
    try {
      const { items, next } = await listScheduled(home, more ? this.#next : undefined);
      const before = more ? (this.#items ?? []) : [];
      this.#items = [...before, ...items.filter(({ id }) => !before.some((each) => each.id === id))];
      this.#next = items.length ? next : undefined;
    } catch (error) {
      const { failure, facts } = error as MastoError;
      this.#problem = facts?.status === 404 ? 'unable' : failure === 'out-of-scope' ? 'mayNotRead' : 'unreachable';
    }
    await this.around.redraw();
  }

  draw(): unknown {
    const { home, words } = this.around;
    const { say } = words;
    const host = { host: home.host };
    // What was due meanwhile is out.
    const items = this.#items?.filter(({ at }) => Date.parse(at) > now()).sort((a, b) => a.at.localeCompare(b.at));
    if (this.#problem) return this.#failed(this.#problem);
    if (!items) return html`<p role="status">${say('loading', host)}</p>`;
    const list = items.length
      ? html`<ul>${items.map((item) => this.#row(item))}</ul>`
      : html`<p>${say('noneScheduled')}</p>`;
    return this.#next ? [list, button('more', '', say('more'), 'button-quiet')] : list;
  }

  /** False when the button is another's. */
  press(verb: string, id: string): boolean {
    const item = this.#items?.find((each) => each.id === id);
    if (verb === 'retry') void this.#again();
    else if (verb === 'more') void this.load(true);
    else if (verb === 'allow') this.#allow();
    else if (verb === 'cancel') this.#show(undefined, `[value=change][data-id="${CSS.escape(id)}"]`);
    else if (!item) return false;
    else if (this.#busy) return true;
    else if (verb === 'change') this.#show({ id, what: 'time' }, '.shelf-time');
    else if (verb === 'edit') this.#show({ id, what: 'edit' }, '[value=edit-now]');
    else if (verb === 'keep') void this.#postpone(item);
    else if (verb === 'edit-now') void this.#withdraw(item, true);
    else if (verb === 'withdraw') void this.#withdraw(item, false);
    return true;
  }

  #failed(problem: Trouble) {
    const { say } = this.around.words;
    const way = { mayNotRead: 'allow', unable: undefined, unreachable: 'retry' } as const;
    const verb = way[problem];
    return [trouble(say(problem, { host: this.around.home.host })), verb ? button(verb, '', say(verb)) : nothing];
  }

  #row({ id, at, draft }: Scheduled): TemplateResult {
    const { words, lang } = this.around;
    const { visibility } = draft;
    const audience = composeWords.speaker(words.lang);
    const known = ['public', 'unlisted', 'private', 'direct'] as const;
    const seen = known.find((each) => each === visibility);
    const facts = [seen && audience?.say(seen), draft.replyTo && words.say('answer'), ...holds(draft, words)];
    const problem = this.#wrong?.id === id ? this.#wrong.text : undefined;
    const when = due(new Date(at), now(), lang, words);
    return row(
      { draft, when, facts, problem, busy: this.#busy === id, below: this.#below(id, at, !!draft.replyTo) },
      words,
    );
  }

  #below(id: string, at: string, answer: boolean): TemplateResult {
    const { words, composer, home } = this.around;
    const { say } = words;
    const cancel = button('cancel', id, say('cancel'));
    if (this.#open?.id !== id) {
      // In a form that answers something it would become an answer to that.
      const edits = answer && composer.replying ? nothing : button('edit', id, say('edit'));
      return html`<div class="buttons">${button('change', id, say('change'))}${edits}${button('withdraw', id, say('withdraw'), 'button-danger')}</div>`;
    }
    return this.#open.what === 'edit'
      ? html`<p>${say('editText', { host: home.host })}</p><div class="buttons">${button('edit-now', id, say('editNow'), 'button-primary')}${cancel}</div>`
      : html`<input class="input shelf-time" part="field" type="datetime-local" aria-label=${say('when')}
            min=${localTime(new Date(now() + soonest))} .value=${live(this.#value ?? localTime(new Date(at)))} @input=${this.#write} />
          <div class="buttons">${button('keep', id, say('keep'), 'button-primary')}${cancel}</div>`;
  }

  #show(open: Opened | undefined, focus: string) {
    this.#open = open;
    this.#wrong = this.#value = undefined;
    this.around.tell('', focus);
  }

  async #again() {
    this.#items = undefined;
    const loading = this.load();
    await this.around.redraw();
    await loading;
  }

  #allow() {
    this.around.close();
    this.around.composer.signIn(['read:statuses']);
  }

  /** Does something to one that waits; a refusal is said in its row. */
  async #do<T>({ id }: Scheduled, work: () => Promise<T>, refused: (error: MastoError) => boolean) {
    this.#busy = id;
    this.#wrong = undefined;
    await this.around.redraw();
    try {
      return await work();
    } catch (error) {
      if (!refused(error as MastoError)) this.#refuse(id, error as MastoError);
      return undefined;
    } finally {
      this.#busy = undefined;
    }
  }

  #refuse(id: string, { facts }: MastoError) {
    const { home, words } = this.around;
    const said = facts?.serverText;
    const text = words.say('refused', { host: home.host });
    this.#wrong = { id, text: said ? [text, ' ', html`<q dir="auto">${said}</q>`] : text };
    void this.around.redraw();
  }

  #gone(id: string) {
    this.#items = this.#items?.filter((each) => each.id !== id);
    this.#open = undefined;
    this.around.tell(this.around.words.say('gone'), '#shelf-scheduled');
  }

  async #postpone(item: Scheduled) {
    const { words, home } = this.around;
    const { id } = item;
    const at = momentOf(this.#value ?? localTime(new Date(item.at)));
    if (!at || at.getTime() < now() + soonest) {
      this.#wrong = { id, text: words.say('tooSoon') };
      return this.around.redraw();
    }
    const isGone = (error: MastoError) => error.failure === 'not-found' && (this.#gone(id), true);
    const changed = await this.#do(item, () => postpone(home, id, at.toISOString()), isGone);
    if (!changed) return this.around.redraw();
    this.#items = this.#items?.map((each) => (each.id === id ? { ...changed, id } : each));
    this.#open = this.#value = undefined;
    this.around.tell(words.say('changed'), `[value=change][data-id="${CSS.escape(id)}"]`);
  }

  /** Its words are put on the shelf before the server is asked to forget them. @param edits it goes on into the form */
  async #withdraw(item: Scheduled, edits: boolean) {
    const { words, home, composer } = this.around;
    const { id, draft } = item;
    const drafts = new Drafts(page);
    const name = `${id}@${home.host}`;
    const place = { ...composer.writing.place!, thread: `~${name}~` };
    const before = !!drafts.read(place);
    composer.writing.shelve(draft, name);
    const forget = () => before || drafts.remove(place);
    const refused = (error: MastoError) => {
      if (isUnsure(error)) return (this.#unsure(), true);
      forget();
      if (error.failure === 'not-found') this.#gone(id);
      return error.failure === 'not-found';
    };
    const done = await this.#do(item, async () => (await withdraw(home, id), true), refused);
    if (!done) return this.around.redraw();
    this.#items = this.#items?.filter((each) => each.id !== id);
    this.#open = undefined;
    // Whoever writes now may be somebody else, or send something: it stays on the shelf then.
    if (!edits || composer.home !== home || composer.sending.busy)
      return this.around.tell(words.say('withdrawn'), '#shelf-scheduled');
    composer.writing.take(draft);
    drafts.remove(place);
    composer.writing.save(); // where there was no room for both
    this.around.close(true);
  }

  /** It is out, or it is not: the list says. */
  #unsure() {
    this.#open = undefined;
    this.around.tell(this.around.words.say('unsure', { host: this.around.home.host }), '#shelf-scheduled');
    void this.load();
  }

  readonly #write = ({ target }: Event) => {
    this.#value = (target as HTMLInputElement).value;
  };
}
