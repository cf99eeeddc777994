import type { NotificationsController } from '../../controllers/notifications-controller.js';

/** When the last line is dismissed, what is older takes its place: asked for once, or a list with no end would be read through. */
export class Refill {
  #isDone = false;

  constructor(private readonly list: NotificationsController) {}

  look(): void {
    const { groups, hasMore, loadingMore, error } = this.list;
    if (groups.length) this.#isDone = false;
    else if (hasMore && !loadingMore && !error && !this.#isDone) {
      this.#isDone = true;
      this.list.more();
    }
  }
}
