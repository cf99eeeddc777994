/** The version of this copy, as two copies on one page compare it. `npm run build` checks it against package.json. */
export const version = '0.1.0';

/** What all copies of the library on a page share, under `Symbol.for('masto:v1')`. Only ever grows: copies of several versions read it. */
export interface Registry {
  /** Tag → version of the copy that defined it. */
  readonly tags: Map<string, string>;
  /** Every connected `<masto-auth>`; ask `firstAuth()` for document order. */
  readonly auths: Set<Element>;
  /** Told whenever `auths` changes. */
  readonly events: EventTarget;
  /** Nobody's sessions, by origin; the values belong to `mastodon/session.ts`. */
  readonly sessions: Map<string, unknown>;
}

const key = Symbol.for('masto:v1');

/** The page's registry, made by whichever copy asks first. */
export function registry(): Registry {
  const page = globalThis as { [key]?: Registry };
  return (page[key] ??= { tags: new Map(), auths: new Set(), events: new EventTarget(), sessions: new Map() });
}

/** The page's first `<masto-auth>` in document order, or undefined. */
export function firstAuth(): Element | undefined {
  return [...registry().auths].sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )[0];
}
