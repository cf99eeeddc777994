import type { DraftMedia } from '../../../mastodon/draft-parts.js';
import { kindOf, typeOf, unfit } from '../../../mastodon/media-rules.js';
import type { Composer } from '../composer.js';
import { Item, unfitAs, type Trouble } from './item.js';
import { Uploads } from './uploads.js';

/** What will not be sent, and why. */
export interface Refused {
  readonly name: string;
  readonly trouble: Trouble;
}

/** The files of one form, and what of them is in its draft. */
export class Items {
  all: readonly Item[] = [];
  refused: readonly Refused[] = [];
  /** Names of what was not up when the page was left. */
  unsent: readonly string[] = [];
  readonly uploads: Uploads;
  /** As it was put into the draft here: all else comes from elsewhere. */
  #known: readonly DraftMedia[] | undefined;
  readonly #waiting = new Set<() => void>();

  /** @param told something has become of one of them, not by the reader's hand */
  constructor(
    private readonly composer: Composer,
    private readonly told: (item: Item) => void,
  ) {
    this.uploads = new Uploads({
      home: () => composer.home,
      limits: () => composer.limits.media,
      changed: (item) => this.#changed(item),
    });
    this.read(true);
  }

  /** Another draft stands in the form; or, where it is not `anew`, another hand may have changed it. */
  read(anew = false): void {
    const { media = [], unsent = [] } = this.composer.writing.draft;
    if (!anew && (media === this.#known || (!media.length && !this.#known?.length))) return;
    const before = anew ? [] : this.all;
    const known = media.map((each) => before.find(({ id }) => id === each.id) ?? Item.ofDraft(each));
    const all = [...known, ...before.filter(({ id }) => id === undefined)];
    for (const item of this.all) if (!all.includes(item)) item.drop();
    this.all = all;
    if (anew) this.refused = [];
    if (anew || !this.#known) this.unsent = unsent;
    this.#known = media;
    for (const item of known) if (item.state === 'processing' && !before.includes(item)) void this.uploads.follow(item);
  }

  /** Files that were chosen, pasted or dropped. What cannot go is said at once. */
  take(files: readonly File[]): void {
    const { limits, writing } = this.composer;
    this.refused = [];
    for (const file of files) {
      const beside = { kinds: this.all.map(({ kind }) => kind), poll: !!writing.draft.poll };
      const why = unfit(file, limits.media, beside);
      const large = why?.why === 'size' && kindOf(typeOf(file)) === 'image';
      if (why && !large) {
        this.refused = [...this.refused, { name: file.name, trouble: unfitAs(why) }];
        continue;
      }
      const item = Item.ofFile(file);
      this.all = [...this.all, item];
      this.unsent = this.unsent.filter((name) => name !== file.name);
      void this.uploads.admit(item);
    }
    this.keep(true);
  }

  move(from: number, to: number): void {
    const all = [...this.all];
    if (to < 0 || to >= all.length) return;
    all.splice(to, 0, ...all.splice(from, 1));
    this.all = all;
    this.keep(true);
  }

  remove(item: Item): void {
    this.uploads.drop(item);
    this.all = this.all.filter((each) => each !== item);
    this.keep(true);
  }

  /** Into the draft. @param byHand what was said about the version before is over */
  keep(byHand = false): void {
    const { writing, sending } = this.composer;
    const media = this.all.flatMap((item) => item.media ?? []);
    const unsent = [...this.unsent, ...this.all.filter(({ id }) => id === undefined).map(({ name }) => name)];
    this.#known = media;
    writing.change({
      media: media.length ? media : undefined,
      unsent: unsent.length ? unsent : undefined,
      ...(!this.all.length && { sensitive: undefined }),
    });
    if (byHand) sending.rest();
  }

  /** Waits until none of them is under way. */
  async settled(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.all.some(({ busy }) => busy))
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
  }

  #changed(item: Item) {
    if (!this.all.includes(item)) return;
    // Nothing of it is in the draft while it only goes up.
    if (item.state === 'sending' && item.share) this.composer.form.requestUpdate();
    else this.keep();
    this.told(item);
    if (item.busy) return;
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }
}
