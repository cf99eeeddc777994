import type { Server } from '../../mastodon/discovery.js';
import type { MastoError } from '../../mastodon/errors.js';

/** What the form is opened for. */
export interface Wish {
  /** The server to look for at once. */
  readonly instance?: string | undefined;
  /** Scopes that are needed besides (R34): the form names them alone. */
  readonly extra?: readonly string[] | undefined;
  /** `user@host` who signs in again (R49). */
  readonly expected?: string | undefined;
  /** One account more. */
  readonly another?: boolean | undefined;
  /** Nobody signs in: everybody is forgotten (R121). */
  readonly forget?: boolean | undefined;
}

/** Where the form is. */
export type Step =
  | { readonly at: 'server'; readonly text: string; readonly error?: MastoError | 'nothing' | undefined }
  | { readonly at: 'finding'; readonly text: string }
  | { readonly at: 'asked'; readonly server: Server; readonly error?: MastoError | undefined }
  | { readonly at: 'leaving' | 'waiting'; readonly server: Server }
  /** `text` is what a new try looks for; without it there is none. */
  | { readonly at: 'failed'; readonly error: MastoError; readonly text?: string | undefined }
  | { readonly at: 'forget' | 'forgetting' }
  | { readonly at: 'forgotten'; readonly untold: readonly string[] };
