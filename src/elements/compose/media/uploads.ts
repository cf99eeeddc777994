import { moves, pixelsOf, shrink } from '../../../base/picture.js';
import type { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import type { MediaLimits } from '../../../mastodon/post-limits.js';
import { describe, discard, upload, uploadBudget, whenProcessed } from '../../../mastodon/uploading.js';
import { sizeOf, troubleOf, type Item } from './item.js';

/** Servers make pictures no larger than that: more would be sent in vain. */
const enough = 8_294_400;

/** Takes files up, one after the other, and waits for what a server makes of them. */
export class Uploads {
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: {
      home(): HomeSession | undefined;
      limits(): MediaLimits;
      /** Something has become of it. */
      changed(item: Item): void;
    },
  ) {}

  /** Puts a file in line. */
  send(item: Item): void {
    item.state = 'waiting';
    item.share = 0;
    item.trouble = undefined;
    item.end = new AbortController();
    const whose = this.around.home();
    this.#line = this.#line.then(() => this.#carry(item, whose));
  }

  /** Looks at it first: what is too large waits for the reader's word. */
  async admit(item: Item): Promise<void> {
    const { imageSize, imageMatrix } = this.around.limits();
    const { file, kind } = item;
    const heavy = kind === 'image' && file!.size > imageSize;
    const pixels = kind === 'image' ? await pixelsOf(file!) : undefined;
    if (item.end.signal.aborted) return;
    if (!heavy && !((pixels ?? 0) > imageMatrix)) return this.send(item);
    const smaller = pixels !== undefined && !(await moves(file!));
    item.fail({ term: heavy ? 'size' : 'pixels', size: sizeOf(imageSize), smaller }, 'large');
    this.around.changed(item);
  }

  /** The reader wants it smaller. */
  async shrink(item: Item): Promise<void> {
    const { imageSize: bytes, imageMatrix } = this.around.limits();
    item.state = 'waiting';
    item.trouble = undefined;
    this.around.changed(item);
    // A server that said itself that it is too large takes less than it claims.
    const most = Math.min(bytes, item.file!.size - 1);
    try {
      item.file = await shrink(item.file!, { pixels: Math.min(imageMatrix, enough), bytes: most });
      this.send(item);
    } catch {
      item.fail({ term: 'stillSize' });
    }
    this.around.changed(item);
  }

  /** Waits for what a server still works on. */
  async follow(item: Item, home = this.around.home()): Promise<void> {
    const { signal } = item.end;
    try {
      item.met(await whenProcessed(home!, item.id!, signal));
      item.state = 'up';
    } catch (error) {
      if (signal.aborted) return;
      const gone = (error as MastoError).failure === 'not-found';
      if (gone) item.fail({ term: 'lost' }, 'lost');
      else item.fail(troubleOf(error as MastoError, 0));
    }
    this.around.changed(item);
  }

  /** Tells the server what the reader says of it. Rejects with MastoError; what the server has no more is `lost` then. */
  async save(item: Item): Promise<void> {
    const { id, text, attached, state } = item;
    const home = this.around.home();
    if (!home || id === undefined || attached || state !== 'up' || text === item.saved) return;
    try {
      const { ready } = await describe(home, id, item);
      if (item.id !== id) return;
      item.saved = text;
      if (ready) return;
      item.state = 'processing';
      await this.follow(item, home);
    } catch (error) {
      if ((error as MastoError).failure !== 'not-found' || item.id !== id) throw error;
      item.fail({ term: 'lost' }, 'lost');
      this.around.changed(item);
    }
  }

  /** The reader does not want it any more. */
  drop(item: Item): void {
    const home = this.around.home();
    item.drop();
    if (home && item.id !== undefined && !item.attached) void discard(home, item.id);
  }

  async #carry(item: Item, home: HomeSession | undefined) {
    const { signal } = item.end;
    if (signal.aborted || !home) return;
    item.state = 'sending';
    this.around.changed(item);
    const progress = (share: number) => {
      const percent = Math.round(share * 100) / 100;
      if (percent === item.share || signal.aborted) return;
      item.share = percent;
      this.around.changed(item);
    };
    try {
      const { ready, ...media } = await upload(home, item.file!, progress, signal);
      if (signal.aborted) return void discard(home, media.id);
      item.met(media);
      item.saved = JSON.stringify(['', { x: 0, y: 0 }]);
      item.state = ready ? 'up' : 'processing';
      this.around.changed(item);
      if (!ready) void this.follow(item, home).then(() => this.#tell(item));
      else void this.#tell(item);
    } catch (error) {
      if (signal.aborted) return;
      item.fail(troubleOf(error as MastoError, uploadBudget(home).pausedUntil));
      this.around.changed(item);
    }
  }

  /** What was said of it while it went up. Where that fails, it is tried again before the post is sent. */
  #tell(item: Item) {
    return this.save(item).catch(() => undefined);
  }
}
