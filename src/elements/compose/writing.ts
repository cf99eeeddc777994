import type { LitElement, ReactiveController } from 'lit';
import { page } from '../../base/page.js';
import type { DraftLink } from '../../mastodon/draft-parts.js';
import type { Draft, Place, Sent } from '../../mastodon/drafts.js';
import { narrower, type PostVisibility } from '../../mastodon/posting.js';
import { KeptDraft, same } from './kept-draft.js';
import type { Proposal } from './proposal.js';
import { equal, leftOver, shut } from './versions.js';

/** What `Writing` asks whoever it writes for. */
export interface Surroundings {
  place(): Place;
  proposal(): Proposal;
  /** Whether the account is kept on this device, and its drafts with it. */
  kept(): boolean;
  /** Another draft stands there now. */
  turned(): void;
  /** It is on its way, or holds what no draft can: it stays as it is. */
  busy(): boolean;
}

/** Typing goes on for that long before it is stored; R163 allows 500 ms. */
const pause = 300;

/** What stands in the form, and where it is kept (R163). Whoever signs in, out or over meets their own. */
export class Writing implements ReactiveController {
  /** Of the forms that are on the page now. */
  static readonly #here = new Set<Writing>();

  readonly #kept: KeptDraft;
  #draft: Draft = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something of it was written in this tab. */
  #own = false;
  /** What stood here before another tab changed it. */
  #mine: Draft | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Surroundings,
  ) {
    this.#kept = new KeptDraft(() => around.kept());
    host.addController(this);
  }

  /** Whether a form of this page has its draft there. */
  static uses(place: Place): boolean {
    return [...Writing.#here].some((each) => same(place, each.place));
  }

  get text(): string {
    const { addressees, text } = this.around.proposal();
    return this.#draft.text ?? addressees + text;
  }

  /** Undefined while there is none. */
  get warning(): string | undefined {
    const { warning } = this.#draft;
    return warning === undefined ? this.around.proposal().warning || undefined : (warning ?? undefined);
  }

  get visibility(): PostVisibility {
    const { visibility, widest } = this.around.proposal();
    return narrower(this.#draft.visibility ?? visibility, widest);
  }

  get language(): string | undefined {
    return this.#draft.language ?? this.around.proposal().language;
  }

  /** What is quoted; undefined for nothing, or while that is being looked for. */
  get quote(): DraftLink | undefined {
    const { quote } = this.#draft;
    return quote === undefined ? this.around.proposal().quote : (quote ?? undefined);
  }

  /** What the reader has changed, as it is kept. */
  get draft(): Draft {
    return this.#draft;
  }

  /** Whether there is nothing of the reader's own to post (R177). */
  get blank(): boolean {
    const { media, poll } = this.#draft;
    if (media?.length || poll || this.quote) return false;
    const text = this.text.trim();
    return !text || text === this.around.proposal().addressees.trim();
  }

  /** The version that has left last. */
  get sent(): Sent | undefined {
    return this.#draft.sent;
  }

  /** Another tab has changed it; what stood here can be had back. */
  get changedElsewhere(): boolean {
    return !!this.#mine;
  }

  get place(): Place | undefined {
    return this.#kept.place;
  }

  /** The reader has changed something. */
  change(part: Omit<Draft, 'sent' | 'addressed'>): void {
    const { addressees, text } = this.around.proposal();
    const { sent } = this.#draft;
    const draft = { ...this.#draft, ...part, ...(sent && { sent: { ...sent, open: false } }) };
    const untouched = draft.text === addressees + text;
    this.#draft = {
      ...draft,
      text: untouched ? undefined : draft.text,
      addressed: untouched ? undefined : draft.addressed || !!addressees || undefined,
    };
    this.#own = true;
    this.#timer ??= setTimeout(() => this.save(), pause);
    this.host.requestUpdate();
  }

  /** A draft is put where nobody's form takes it up by itself; the shelf shows it. @param name the same one takes the same place */
  shelve(draft: Draft, name: string = crypto.randomUUID(), thread = ''): void {
    this.#kept.aside(`~${name}~${thread}`, draft);
  }

  /** Another draft comes into the form. What stood there goes on the shelf. */
  take(draft: Draft): void {
    const thread = /^https?:/.test(this.place?.thread ?? '') ? this.place?.thread : '';
    if (leftOver(this.#draft)) this.shelve(this.#draft, undefined, thread);
    this.#set(draft);
    this.#own = true;
    this.save();
    this.around.turned();
  }

  /** What stood here before another tab changed it. That one's words go on the shelf. */
  restore(): void {
    const mine = this.#mine ?? {};
    this.#mine = undefined;
    this.take(mine);
  }

  /** A version leaves: with the key it had before, if it is the same one (R165, R166). Kept before anything is sent. */
  leave(body: string): Sent {
    const before = this.#draft.sent;
    const key = before?.body === body ? before.key : crypto.randomUUID();
    const sent = { key, body, at: before?.key === key ? before.at : page.now(), open: true };
    this.#draft = { ...this.#draft, sent };
    this.save();
    return sent;
  }

  /** The server has said no: nobody need be asked what became of it. */
  refused(): void {
    this.#draft = shut(this.#draft);
    if (this.#kept.isForeign) this.#adopt();
    else this.save();
  }

  /** It is out, of whichever account. @returns whether it stood here: what has come in since, or from another tab, stays */
  done(place: Place, key: string): boolean {
    const here = same(place, this.place);
    if (here && this.#draft.sent?.key !== key) return false;
    this.#own &&= !here;
    if (here && this.#kept.isForeign) this.#adopt();
    else {
      this.#kept.remove(place);
      if (here) this.#mine = undefined;
      if (here) this.#set({});
    }
    return here;
  }

  readonly save = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#kept.write(this.#draft);
  };

  hostConnected() {
    Writing.#here.add(this);
    addEventListener('pagehide', this.#flush);
    addEventListener('storage', this.#meet);
    document.addEventListener('visibilitychange', this.#flush);
    this.#meet();
  }

  hostDisconnected() {
    Writing.#here.delete(this);
    removeEventListener('pagehide', this.#flush);
    removeEventListener('storage', this.#meet);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#flush();
  }

  hostUpdate() {
    const place = this.around.place();
    if (!same(place, this.place)) this.#turn(place);
    const { addressees } = this.around.proposal();
    const { text, addressed } = this.#draft;
    // Written before it was known whom it answers.
    if (!addressees || text === undefined || addressed) return;
    this.#draft = { ...this.#draft, text: addressees + text, addressed: true };
    this.#timer ??= setTimeout(this.save, pause);
  }

  /** Somebody else, or something else is answered: what stands there stays with whom it belongs to. */
  #turn(place: Place) {
    this.#flush();
    this.#kept.place = place;
    this.#own = false;
    this.#mine = undefined;
    this.#set(this.#kept.read());
    this.around.turned();
  }

  #set(draft: Draft) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#draft = draft;
    this.host.requestUpdate();
  }

  readonly #flush = () => {
    if (this.#timer !== undefined) this.save();
    else if (document.visibilityState === 'visible') this.#meet();
  };

  /** The newer one wins, which is another tab's unless this one is being written in. */
  readonly #meet = () => {
    if (this.#timer === undefined && this.#kept.isForeign && !this.around.busy()) this.#adopt();
  };

  #adopt() {
    const before = this.#draft;
    // Whether it is out is for that tab to find out.
    const draft = shut(this.#kept.read());
    if (this.#own && leftOver(before) && !equal(before, draft)) this.#mine = before;
    this.#own = false;
    this.#set(draft);
    this.around.turned();
  }
}
