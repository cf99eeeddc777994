import type { NotificationGroup, Unread } from './entities-notifications.js';
import { compare, isNumber } from './grouping.js';
import type { HomeSession } from './home-session.js';
import { readMarker } from './markers.js';
import { writeMarker } from './marking.js';

/** Where the reader has stopped reading. */
export interface Mark {
  readonly id: string;
  /** ISO 8601, where known: it decides where ids are no numbers. */
  readonly at: string | undefined;
}

/** The server is told when the reader has stopped for so long, in ms. */
const pause = 2000;

/** A first page waits no longer than this for the mark, in ms. */
const patience = 1000;

/** How far the reader has read their notifications: on all their devices, where the token may; else on this page. */
export class ReadMark {
  /** Undefined when nothing was read, or when that is not known. */
  value: Mark | undefined;
  /** Whether `value` means something. */
  known = false;
  #asked: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The reader has gone on since the server was told. */
  #moved = false;
  /** The server has been asked, whatever it said. */
  #heard = false;
  #written = '';

  constructor(
    private readonly home: HomeSession,
    private readonly changed: () => void,
  ) {}

  /** Whether something came after it. */
  isBefore(group: Mark): boolean {
    return this.known && (!this.value || compare(group, this.value) > 0);
  }

  /** Whether it cannot be told what is older than it: of an id that is no number only the time tells, and it is not known. */
  get isVague(): boolean {
    return !!this.value && this.value.at === undefined && !isNumber(this.value.id);
  }

  /** Waits for the server's mark, but not for long. */
  async ready(): Promise<void> {
    await Promise.race([this.ask(), this.home.transport.browser.sleep(patience)]);
  }

  /** Asks how far the reader has read elsewhere. Never rejects. @param anew it may have been asked before */
  ask(anew = false): Promise<void> {
    if (anew) this.#asked = undefined;
    return (this.#asked ??= this.#read());
  }

  /** The time of the mark may be told by what is listed. */
  learn(things: Iterable<Mark>): void {
    const { value } = this;
    if (!value || value.at !== undefined) return;
    for (const { id, at } of things) if (id === value.id) this.value = { id, at };
  }

  /**
   * Where the mark itself may not be read, the server still says how many are unread.
   * @param each how many of them a group is
   */
  estimate(groups: readonly NotificationGroup[], { count }: Unread, each: (group: NotificationGroup) => number): void {
    if (this.known) return;
    let left = count;
    const read = groups.find((group) => (left -= each(group)) < 0);
    this.value = read && { id: read.id, at: read.at };
    this.known = true;
    this.changed();
  }

  /** The reader has seen all up to this one. It never goes back. */
  move({ id, at }: Mark): void {
    if (this.known && this.value && compare({ id, at }, this.value) <= 0) return;
    this.value = { id, at };
    this.known = this.#moved = true;
    this.#timer ??= setTimeout(() => void this.flush(), pause);
    (this.#timer as { unref?(): void }).unref?.(); // Node must not stay awake for this
    this.changed();
  }

  /** Tells the server what it does not know yet. @param leaving the page is being left */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Another device may be further: whoever does not know, does not write.
    if (!this.#moved || !this.home.may('read:statuses') || (leaving && !this.#heard)) return;
    if (!leaving) await this.ask();
    const id = this.value?.id;
    if (!this.#moved || !id || id === this.#written) return;
    this.#moved = false;
    this.#written = id;
    if (await writeMarker(this.home, 'notifications', id, leaving ? { leaving } : {})) return;
    this.#moved = true;
    this.#written = '';
  }

  async #read() {
    const id = await readMarker(this.home, 'notifications');
    this.#heard = true;
    if (id === undefined) return;
    this.#written = id;
    const mark = { id, at: undefined };
    if (this.known && this.value && compare(mark, this.value) <= 0) return;
    this.value = mark;
    this.known = true;
    this.changed();
  }
}
