import type { ComposeWords } from '../../i18n/compose.js';
import type { Draft } from '../../mastodon/drafts.js';
import type { PostField } from '../../mastodon/posting.js';
import type { Composer } from './composer.js';
import type { Problem } from './problems.js';

/** A part of the form that comes when it is needed: files, a poll, the time of posting … It adopts its own sheet and has its own words. */
export interface Piece {
  /** What it shows above all: what the form is about. One piece has that place. */
  above?(): unknown;
  /** What it shows below the text. Its own buttons and fields are its own business: the form leaves alone what is inside `.piece`. */
  draw?(): unknown;
  /** Why it cannot be sent, as far as this piece knows. Asked before anything leaves, in the order of the table. */
  mistake?(): Problem | undefined;
  /** Waited for before it is sent: files on their way. A problem when it is in vain; the signal ends the wait. */
  ready?(signal: AbortSignal): Promise<Problem | undefined>;
  /** Its button among the tools was pressed. */
  press?(button: HTMLButtonElement): void;
  /** A key was pressed in the text; true when the piece has taken it. */
  type?(event: KeyboardEvent): boolean;
  /** The text has changed, or the caret in it has moved. */
  wrote?(box: HTMLTextAreaElement): void;
  /** Files that were chosen, pasted or dropped. */
  take?(files: readonly File[]): void;
  /** It holds what no draft can keep: a file that is not up yet. */
  readonly holds?: boolean;
  /** Puts the focus where a problem is; false when this is another's field. */
  focus?(field: PostField): boolean;
  /** Another draft stands in the form now: it was posted, or somebody else is signed in. */
  turned?(): void;
}

/** A button among the tools. */
export interface Tool {
  readonly icon: string;
  /** What it is called, among the form's words. */
  readonly term: keyof ComposeWords;
  /** Whether what it stands for is in the post; left out for a tool that only opens something. */
  readonly pressed?: (draft: Draft, composer: Composer) => boolean;
  /** Whether it is there at all. */
  readonly fits?: (composer: Composer) => boolean;
  /** It opens the browser's window to choose files: that must happen in the press itself. */
  readonly files?: true;
}

/** One row a piece. */
export interface PieceRow {
  readonly name: string;
  readonly tool?: Tool;
  /** Whether the draft cannot be shown without it. */
  readonly needed?: (draft: Draft, composer: Composer) => boolean;
  /** The post is whole without it. */
  readonly advises?: true;
  /** Whether what was just typed calls for it. */
  readonly calledBy?: (typed: string) => boolean;
  readonly load: () => Promise<(composer: Composer) => Piece>;
}
