import type { LitElement } from 'lit';
import type { Facts } from '../../controllers/status-controller.js';
import { type PollSpeaker, pollWords } from '../../i18n/poll.js';
import { chosenIn, joinPoll } from '../../mastodon/ballot.js';
import type { Poll, Status } from '../../mastodon/entities.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { refresh, vote } from '../../mastodon/voting.js';
import { ballot, ownResults } from '../../parts/poll/ballot.js';
import { styles } from '../../parts/poll/ballot.styles.js';
import { isOver } from '../../parts/poll/poll.js';
import type { PostContext } from '../../parts/post-context.js';
import { adoptLate } from '../../styles/adopt.js';
import { controls } from '../../styles/controls.js';
import type { Kind } from './fuller.js';
import type { Around, Pieces } from './pieces.js';
import { refused } from './refused.js';

/** Polls whose end this page has met: each is asked for once then. */
const ended = new WeakMap<Facts, Set<string>>();

/** A poll for whoever is signed in: they vote, or see what they have voted for. */
export class Voter implements Kind {
  #home: HomeSession | undefined;
  #key: string | undefined;
  #let: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(status: Status, post: PostContext): Partial<Pieces> {
    const { home, facts } = this.around.shown();
    if (!home || !facts || !status.poll) return {};
    const words = pollWords.speaker(post.words.lang);
    if (!words) void pollWords.load(post.words.lang).then(() => this.host.requestUpdate());
    if (!words) return {};
    const { poll } = status;
    return { poll: () => this.#draw(status, poll, { home, facts, post, words }) };
  }

  press(button: HTMLButtonElement): boolean {
    const { home, facts, status } = this.around.shown();
    if (!home || !facts || !status?.poll) return false;
    const { value } = button;
    if (value === 'vote') this.#vote(home, status, button);
    else if (value === 'poll-results') this.around.toggle('poll-results');
    else if (value === 'poll-refresh') this.#run(refresh(home, facts, status));
    else return false;
    return true;
  }

  hostDisconnected() {
    this.#let?.();
    this.#let = undefined;
  }

  #draw(
    status: Status,
    facts: Poll,
    { home, facts: store, post, words }: { home: HomeSession; facts: Facts; post: PostContext; words: PollSpeaker },
  ) {
    adoptLate(this.host.renderRoot, [controls, styles]);
    this.#follow(home, status.key);
    const own = home.mine.ballot(status.key);
    const poll = joinPoll(facts, status.host, own);
    const over = isOver(poll, post.now);
    if (over && !poll.expired) this.#end(home, store, status);
    const settled = over || own.voted || !!own.guessed || status.account === home.me.key;
    const mayVote = !settled && this.around.isOpen('poll-results');
    if (settled || mayVote)
      return ownResults(poll, post, { words, chosen: chosenIn(own), mayVote, busy: !!own.guessed });
    return ballot(poll, post, {
      words,
      name: `poll-${poll.id}`,
      isChosen: (at) => this.around.isOpen(`choice-${at}`),
      choose: (at) => this.#choose(poll, at),
    });
  }

  /** What is chosen outlives the element, as all that a reader opens does. */
  #choose({ multiple, options }: Poll, at: number) {
    if (!multiple)
      for (const other of options.keys())
        if (other !== at && this.around.isOpen(`choice-${other}`)) this.around.toggle(`choice-${other}`);
    this.around.toggle(`choice-${at}`);
  }

  #vote(home: HomeSession, status: Status, button: HTMLButtonElement) {
    const chosen = [...status.poll!.options.keys()].filter((at) => this.around.isOpen(`choice-${at}`));
    // What keeps it from being pressed is the choice that is to be made first.
    if (chosen.length) this.#run(vote(home, status, chosen));
    else button.closest('fieldset')?.querySelector('input')?.focus();
  }

  #run(work: Promise<void>) {
    const { home, status } = this.around.shown();
    refused(this.host, undefined);
    work.catch((error: unknown) => {
      const now = this.around.shown();
      // Not under another post, nor to another reader.
      if (now.home === home && now.status?.key === status?.key) refused(this.host, error);
    });
  }

  /** The clock has closed it: its server is asked once how it ended. */
  #end(home: HomeSession, facts: Facts, status: Status) {
    const met = ended.get(facts) ?? new Set();
    ended.set(facts, met);
    if (met.has(status.key)) return;
    met.add(status.key);
    // What the reader sees is right as far as it goes: nobody is told when more cannot be had.
    void refresh(home, facts, status).catch(() => undefined);
  }

  /** Draws anew whenever the reader's choice changes, wherever on the page they have voted. */
  #follow(home: HomeSession, key: string) {
    if (this.#let && home === this.#home && key === this.#key) return;
    if (!this.#home) this.host.addController(this);
    this.#let?.();
    this.#home = home;
    this.#key = key;
    this.#let = home.mine.watch(key, () => this.host.requestUpdate());
  }
}
