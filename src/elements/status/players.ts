import type { LitElement } from 'lit';
import { FilmController } from '../../controllers/film-controller.js';
import { mediaWords } from '../../i18n/media.js';
import type { Status } from '../../mastodon/entities.js';
import { attachments, isMore } from '../../parts/media/attachments.js';
import { styles } from '../../parts/media/attachments.styles.js';
import type { PostContext } from '../../parts/post-context.js';
import { adoptLate } from '../../styles/adopt.js';
import type { Kind } from './fuller.js';
import type { Around } from './pieces.js';

/** Films, sounds, files, and more pictures than a post draws itself. */
export class Players implements Kind {
  readonly #films: FilmController;

  constructor(
    private readonly host: LitElement,
    around: Around,
  ) {
    this.#films = new FilmController(host, () => around.shown().status?.key ?? '');
  }

  pieces(status: Status, post: PostContext) {
    if (!isMore(status) && (post.media !== 'none' || !status.media.length)) return {};
    const words = mediaWords.speaker(post.words.lang);
    if (!words) void mediaWords.load(post.words.lang).then(() => this.host.requestUpdate());
    adoptLate(this.host.renderRoot, [styles]);
    return { media: () => attachments(status, { post, films: this.#films, words }) };
  }

  press(button: HTMLButtonElement): boolean {
    return this.#films.press(button);
  }
}
