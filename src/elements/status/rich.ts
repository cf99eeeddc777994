import type { LitElement } from 'lit';
import { LazyController } from '../../controllers/lazy-controller.js';
import type { Status } from '../../mastodon/entities.js';
import type { Statuses } from '../../mastodon/statuses.js';
import type { PostContext } from '../../parts/post-context.js';
import type { Fuller } from './fuller.js';
import type { Around, Pieces } from './pieces.js';

let kind: typeof Fuller | undefined;

const bring = async () => (kind ??= (await import('./fuller.js')).Fuller);

/** Whether a post holds what few do, so that `fuller.ts` must draw it. */
const isRich = ({ quote, media }: Status) => !!quote || media.some(({ type }) => type !== 'image');

/** Brings what a page of posts needs besides, before it is drawn, so that nothing moves afterwards. Never rejects. */
export function bringFor(statuses: Statuses, keys: readonly string[]): Promise<unknown> | undefined {
  const needed = keys.some((key) => {
    const entry = statuses.get(key);
    const status = entry?.boost ? statuses.get(entry.boost) : entry;
    return status && isRich(status);
  });
  return needed && !kind ? bring().catch(() => undefined) : undefined;
}

/** What few posts hold: brought for the first that does; until it is there, the plain pieces stand in its place. */
export class Rich {
  #fuller: Fuller | undefined;
  #coming: LazyController<typeof Fuller> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {}

  pieces(status: Status, post: PostContext, plain: Pieces): Pieces {
    if (!isRich(status)) return plain;
    if (kind) this.#fuller ??= new kind(this.host, this.around);
    else void (this.#coming ??= new LazyController(this.host, bring)).value;
    return this.#fuller?.pieces(status, post, plain) ?? plain;
  }

  press(button: HTMLButtonElement): boolean {
    return !!this.#fuller?.press(button);
  }
}
