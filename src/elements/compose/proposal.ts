import { languageOf } from '../../i18n/language.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { quotePolicies, type DraftLink, type QuotePolicy } from '../../mastodon/draft-parts.js';
import type { Draft } from '../../mastodon/drafts.js';
import { addressees, languageTag, narrower, type PostVisibility } from '../../mastodon/posting.js';
import { plain } from './languages.js';

/** What the form proposes; whatever the reader changes counts instead. */
export interface Proposal {
  /** The people whom an answer addresses, each with a blank behind: `@noor @odd@hills.example `. Empty while unknown. */
  readonly addressees: string;
  readonly text: string;
  /** Empty for none. */
  readonly warning: string;
  readonly visibility: PostVisibility;
  /** An answer is not seen by more people than this (R176). */
  readonly widest: PostVisibility;
  readonly language: string | undefined;
  /** The post that the tag says is quoted, once it has been found. */
  readonly quote: DraftLink | undefined;
}

/** What is quoted, and who sees that. */
export interface Quoted extends DraftLink {
  readonly visibility: string;
}

/** What the page's author proposes. */
export interface Proposing {
  readonly text?: string;
  readonly visibility?: string;
  readonly language?: string;
}

/** A server makes a quote of what is for followers as narrow as that; anything else does not narrow it. */
const openly = (quoted: Quoted | undefined) =>
  quoted && !/^(?:public|unlisted)$/.test(quoted.visibility) ? 'private' : 'public';

/** Put together as Mastodon's own form does: what the page says, else what is answered, else what the account has set. */
export function proposal(
  tag: Proposing & Element,
  home: HomeSession | undefined,
  parent: ShownStatus | undefined,
  quoted?: Quoted,
): Proposal {
  const { status, author } = parent ?? {};
  const { visibility = 'public', language } = home?.defaults ?? {};
  return {
    addressees: status && home ? addressees(status, author, home.me) : '',
    text: tag.text ?? '',
    warning: status?.spoilerText ?? '',
    visibility: narrower(tag.visibility || visibility),
    widest: narrower(status?.visibility ?? 'public', openly(quoted)),
    language: languageTag(tag.language) ?? languageTag(language) ?? plain(languageOf(tag)),
    quote: quoted && { id: quoted.id, url: quoted.url },
  };
}

/**
 * Who may quote it. Undefined where nobody is asked: by a server that knows no quotes, because few see it (Mastodon lets nobody quote
 * that), or of a post that is changed and whose answer is not known.
 */
export function quotePolicy(
  { quotePolicy: chosen, editing }: Draft,
  visibility: PostVisibility,
  home: HomeSession | undefined,
): QuotePolicy | undefined {
  if (visibility === 'private' || visibility === 'direct') return undefined;
  const account = quotePolicies.find((policy) => policy === home?.defaults.quotePolicy);
  return chosen ?? (editing ? undefined : (account ?? 'public'));
}
