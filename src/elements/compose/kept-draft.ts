import { page } from '../../base/page.js';
import { Drafts, type Draft, type Place } from '../../mastodon/drafts.js';
import { leftOver } from './versions.js';

export const same = (one: Place, other: Place | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where the draft of one form is kept, and whether another tab has been there since (R163). */
export class KeptDraft {
  place: Place | undefined;
  readonly #drafts = new Drafts(page);
  /** When it was written, as far as this tab knows. */
  #at: number | undefined;

  /** @param kept Whether the account is kept on this device, and its drafts with it. */
  constructor(private readonly kept: () => boolean) {}

  /** Another tab has written, posted or thrown away what is kept there. */
  get isForeign(): boolean {
    return !!this.place && this.#drafts.writtenAt(this.place) !== this.#at;
  }

  /** What is kept there, by whichever tab. */
  read(): Draft {
    const draft = this.#drafts.read(this.place!, this.kept()) ?? {};
    this.#at = this.#drafts.writtenAt(this.place!);
    return draft;
  }

  write(draft: Draft): void {
    if (!this.place) return;
    if (leftOver(draft)) this.#at = this.#drafts.write(this.place, draft, this.kept());
    else this.remove(this.place);
  }

  /** Puts one elsewhere on the same page. */
  aside(thread: string, draft: Draft): void {
    if (this.place) this.#drafts.write({ ...this.place, thread }, draft, this.kept());
  }

  /** Nothing is left of it. */
  remove(place: Place): void {
    this.#drafts.remove(place);
    if (same(place, this.place)) this.#at = undefined;
  }
}
