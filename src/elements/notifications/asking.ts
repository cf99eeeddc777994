import type { SessionController } from '../../controllers/session-controller.js';
import type { HomeSession } from '../../mastodon/home-session.js';

/** Whose notifications are shown; undefined where nobody is signed in, at the named server at least, or while that is not known. */
export function readerOf({ home, value }: SessionController): HomeSession | undefined {
  return value && value.origin === home?.origin ? home : undefined;
}

/** Nobody is signed in there. */
export function isClosed(session: SessionController): boolean {
  return session.value ? !readerOf(session) : session.error?.failure === 'no-instance';
}

/** The types that an attribute names. */
export const typesOf = (attribute: string): readonly string[] => attribute.split(/[\s,]+/).filter(Boolean);
