import type { LitElement } from 'lit';
import { LazyController } from '../../controllers/lazy-controller.js';
import { pollWords } from '../../i18n/poll.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Kind } from './fuller.js';
import type { Around, Pieces } from './pieces.js';
import type { Page } from './rich.js';
import type { Voter } from './voter.js';

let kind: typeof Voter | undefined;

const bring = async () => (kind ??= (await import('./voter.js')).Voter);

/** Brings what it takes to vote, where a page has something to vote in: a form is not drawn late. Never rejects. */
export async function prepareVoting({ home, facts }: Page, keys: readonly string[], lang: string): Promise<void> {
  const some = keys.some((key) => facts.statuses.proper(key)?.poll);
  if (home && some) await Promise.all([bring(), pollWords.load(lang)]).catch(() => undefined);
}

/** A poll for whoever is signed in: what they vote with comes with the first one. */
export class Voting implements Kind {
  #voter: Voter | undefined;
  #coming: LazyController<typeof Voter> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(status: Status, post: PostContext): Partial<Pieces> {
    if (!status.poll || !this.around.shown().home) return {};
    if (kind) this.#voter ??= new kind(this.host, this.around);
    else void (this.#coming ??= new LazyController(this.host, bring)).value;
    return this.#voter?.pieces(status, post) ?? {};
  }

  press(button: HTMLButtonElement): boolean {
    return !!this.#voter?.press(button);
  }
}
