import type { CSSResult } from 'lit';
import type { Account, Status } from '../../../mastodon/entities.js';
import type { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';

/** Whom and what a verb of the menu is about. */
export interface Subject {
  readonly status: Status;
  /** Who wrote it; relationships are kept under their `key`. */
  readonly author: Account;
  readonly home: HomeSession;
}

/** What a question may know and do. */
export interface Asking extends Subject {
  /** The language that the post's own words are in. */
  readonly lang: string;
  /** What the reader has decided is under way. */
  readonly busy: boolean;
  /** Why it was not done; it is said under the question. */
  readonly problem: MastoError | undefined;
  /** What the reader has chosen is in `question.choices`. Does it, and closes; a refusal is said in the dialog. */
  confirm(): Promise<void>;
  /** Nothing is done. */
  close(): void;
  redraw(): void;
}

/**
 * What is asked before a verb is carried out, in a dialog: a file of its own in `dialogs/`, brought when it is asked. The
 * frame (`menu/frame.ts`) is the same for all. In it, `<button value="confirm">` and `value="cancel"` do what they say; any other
 * goes to `press`.
 */
export interface Question {
  /** What stands in the dialog: `frame(…)` of `menu/frame.ts`, best. Undefined while its words are on their way. */
  draw(): unknown;
  /** Does what a button of its own names. */
  press?(button: HTMLButtonElement): void;
  /** Goes to the verb's row as it is. */
  readonly choices?: unknown;
}

/** How a row of `items.ts` names a question. */
export interface QuestionClass {
  new (asking: Asking): Question;
  /** What it looks like, beside what all dialogs share. */
  readonly styles?: readonly CSSResult[];
  /** Brings its words before it is shown. */
  readonly prepare?: (lang: string) => Promise<unknown>;
}
