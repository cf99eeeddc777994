import type { LitElement } from 'lit';
import { MastoBeforePostEvent, MastoErrorEvent, MastoPostEvent } from '../../base/events.js';
import type { Load } from '../../base/masto-element.js';
import { AuthController } from '../../controllers/auth-controller.js';
import { LoadController } from '../../controllers/load-controller.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { mentions, type Post, type Posted } from '../../mastodon/posting.js';
import { Counter } from './counter.js';
import { insert } from './insert.js';
import { LimitsController, stock, type Limits } from './limits-controller.js';
import { ParentController, type Answering, type Parent } from './parent-controller.js';
import { goneProblem, parentProblem, type Problem, type WayOut } from './problems.js';
import { proposal, type Proposal, type Proposing, type Quoted } from './proposal.js';
import { Pieces } from './pieces.js';
import { Sending } from './sending.js';
import { formNumber, ownAddress } from './surroundings.js';
import { Writing } from './writing.js';

/** The tag, as far as it says what is to be written. */
export interface Form extends LitElement, Proposing {
  readonly instance?: string;
  readonly load: Load;
  readonly inReplyTo?: string;
  readonly parent?: Parent | undefined;
  readonly quote?: string;
  readonly thread?: string | undefined;
  /** It was not sent: what is wrong may be in one of its fields. */
  point(problem: Problem): void;
  /** It is out. */
  celebrate(): void;
}

/** What a form knows of its writer, of what is answered and of what is written; and all that it does. */
export class Composer {
  readonly auth: AuthController;
  readonly parent: ParentController;
  readonly writing: Writing;
  readonly sending: Sending;
  readonly pieces = new Pieces(this);
  /** The reader is in the form. */
  inside = false;
  /** What is quoted, and what is answered where only the draft says so: set by the pieces that have found them. */
  quoted: Quoted | undefined;
  answered: ShownStatus | undefined;
  readonly #load: LoadController;
  readonly #limits: LimitsController;
  readonly #counter: Counter;
  /** What is answered is gone, and the reader wants to say it nevertheless. */
  #alone = false;
  /** What it was: what is said to few is not said to all because of that. */
  #left: ShownStatus | undefined;
  #page = '';
  #number = '';

  constructor(readonly form: Form) {
    this.auth = new AuthController(form);
    this.#load = new LoadController(form, () => (this.home ? '' : undefined));
    this.#limits = new LimitsController(form, () => this.asking);
    this.parent = new ParentController(form, () => this.#answering);
    this.writing = new Writing(form, {
      place: () => this.#place,
      proposal: () => this.proposal,
      kept: () => this.#kept,
      turned: () => this.#turn(),
      busy: () => this.sending.busy || this.pieces.hold,
    });
    this.#counter = new Counter(form, () => {
      const { text, warning = '', quote } = this.writing;
      const most = this.#limits.value?.maxCharacters;
      return { text, warning, perUrl: this.limits.perUrl, quoting: !!quote, most };
    });
    this.sending = new Sending(form, this.writing, {
      posted: (...posted) => this.#celebrate(...posted),
      holds: () => this.pieces.hold,
      ready: (signal) => this.pieces.ready(signal),
      stopped: (problem) => form.point(problem),
      failed: (error) => form.dispatchEvent(new MastoErrorEvent(error)),
    });
    const stay = (event: Event) => event.preventDefault();
    form.addController({
      // Files that are on their way are lost with the page, and an answer nobody hears.
      hostUpdated: () => {
        if (this.pieces.hold || this.sending.busy) addEventListener('beforeunload', stay);
        else removeEventListener('beforeunload', stay);
      },
      hostDisconnected: () => removeEventListener('beforeunload', stay),
      hostConnected: () => {
        // A form that is moved stays the one it is (R210).
        this.#page ||= ownAddress();
        this.#number ||= formNumber(form);
      },
    });
  }

  /** Whoever writes; undefined while nobody is signed in. */
  get home(): HomeSession | undefined {
    return this.auth.value?.session as HomeSession | undefined;
  }

  /** Whoever may be asked for what the form shows, once it is near. */
  get asking(): HomeSession | undefined {
    const { home } = this;
    return home && !home.expired && this.#load.ready ? home : undefined;
  }

  /** What the server lets a post be; a stock Mastodon's until it is known. */
  get limits(): Limits {
    return this.#limits.value ?? stock;
  }

  get replying(): boolean {
    const { parent, url } = this.#answering;
    return !!(parent ?? url);
  }

  get proposal(): Proposal {
    const parent = this.#alone ? this.#left : (this.parent.value ?? this.answered);
    return proposal(this.form, this.home, parent, this.quoted);
  }

  /** Characters that may still be written, negative for those too many; undefined while nobody knows. */
  get left(): number | undefined {
    const [limits, written] = [this.#limits.value, this.#counter.value];
    return limits && written !== undefined ? limits.maxCharacters - written : undefined;
  }

  /** Where in the text begins what is too much; undefined when nothing is. */
  get beyond(): number | undefined {
    return this.#counter.beyond;
  }

  /** The box of that name. */
  box(name: string): HTMLElement | undefined {
    return this.form.renderRoot.querySelector<HTMLElement>(`[name=${name}]`) ?? undefined;
  }

  /** Where the text is written; undefined before the form is drawn. */
  get textBox(): HTMLTextAreaElement | undefined {
    return this.box('text') as HTMLTextAreaElement | undefined;
  }

  /** Puts something into the text as if it were typed, and the caret behind it. @param range what it takes the place of; else the selection */
  insert(text: string, range?: readonly [number, number]): void {
    const { textBox } = this;
    if (textBox) insert(textBox, text, range);
  }

  /** Why it cannot be sent, as far as that has been found out. */
  get problem(): Problem | undefined {
    const { phase } = this.sending;
    const { error, gone } = this.parent;
    if (phase.name === 'stopped') return phase.problem;
    return gone ? goneProblem : error && parentProblem(error);
  }

  /** The reader has pressed the button, or the keys that stand for it. Only a press of theirs posts (R62). */
  post(event: Event): void {
    const { home, sending, writing, parent, replying } = this;
    if (!event.isTrusted || sending.busy || this.auth.pending) return;
    if (!home || home.expired) return this.signIn();
    const wrong = this.#mistake();
    if (wrong) return sending.stop(wrong);
    if (replying && (!parent.value || parent.gone)) return;
    if (!this.form.dispatchEvent(new MastoBeforePostEvent(writing.text))) return;
    void sending.send(home, replying, async () => this.#post(await parent.localId(home)));
  }

  /** Opens the sign-in form; what is written is kept for whoever comes back. @param extra scopes that are needed besides */
  signIn(extra?: readonly string[]): void {
    this.writing.save();
    const at = this.home?.host ?? (this.form.instance || undefined);
    this.auth.value?.login(at, extra).catch(() => this.sending.stop({ term: 'offline' }));
  }

  /** Whoever has opened the form takes it away; where it stands for good, what it is about goes on the shelf. */
  close(): void {
    const { parent, thread } = this.form;
    if (parent || thread) this.form.dispatchEvent(new Event('close'));
    else this.writing.take({});
  }

  /** What the button beside a problem does. */
  go(way: WayOut, event: Event): void {
    const { home, parent, sending, writing } = this;
    if (way === 'again' || way === 'now') this.post(event);
    if (way === 'allow') this.signIn(['write:statuses']);
    if (way === 'search') this.signIn(['read:search']);
    if (way === 'read') this.signIn(['read:statuses']);
    if (way === 'halt') sending.halt();
    if (way === 'restore') writing.restore();
    if (way === 'halt' || way === 'restore') this.form.focus();
    if (way === 'look' && home && writing.sent) void sending.look(home, writing.sent);
    if (way === 'alone') this.#left = parent.value;
    if (way === 'alone') this.#alone = true;
    if (way === 'find') this.parent.retry();
    if (way === 'alone' || way === 'find') sending.rest();
  }

  /** The page was left before an answer had come: what became of it is found out now. */
  recall(): void {
    const { asking, sending, writing } = this;
    if (writing.sent?.open && asking && sending.phase.name === 'writing') void sending.look(asking, writing.sent);
  }

  #mistake(): Problem | undefined {
    const { text, visibility, blank } = this.writing;
    const missing = this.pieces.mistake();
    if (missing) return missing;
    if (blank && !this.pieces.hold) return { term: 'empty', field: 'text' };
    const n = (this.#counter.now() ?? 0) - (this.#limits.value?.maxCharacters ?? Infinity);
    if (n > 0) return { term: 'tooMany', n, field: 'text' };
    return visibility === 'direct' && !mentions(text) ? { term: 'nobody', field: 'text' } : undefined;
  }

  #post(parent: string | undefined): Post {
    const { text, warning = '', visibility, language, quote, draft } = this.writing;
    const { media, poll, sensitive, quotePolicy, scheduledAt, replyTo, editing } = draft;
    const more = { media, poll, sensitive, quote: quote?.id, quotePolicy, scheduledAt, editing: editing?.id };
    return { text, warning, visibility, language, replyTo: parent ?? replyTo?.id, ...more };
  }

  get #answering(): Answering {
    const { parent, inReplyTo: url } = this.form;
    return this.#alone ? { home: undefined, parent: undefined, url: undefined } : { home: this.asking, parent, url };
  }

  get #place() {
    const { parent, inReplyTo, thread = parent?.key ?? (inReplyTo || this.#number) } = this.form;
    return { page: this.#page, thread, account: this.home?.me.acct };
  }

  get #kept(): boolean {
    const acct = this.home?.me.acct.toLowerCase();
    return !!this.auth.value?.accounts.some((one) => one.kept && one.acct.toLowerCase() === acct);
  }

  #turn() {
    this.#alone = false;
    this.#left = this.quoted = this.answered = undefined;
    this.sending.halt();
    this.pieces.turned();
  }

  #celebrate(home: HomeSession, { key }: Posted, here: boolean) {
    if (here) this.pieces.turned();
    if (key) this.form.dispatchEvent(new MastoPostEvent(home.statuses.get(key)?.url ?? '', key));
    if (here) this.form.celebrate();
  }
}
