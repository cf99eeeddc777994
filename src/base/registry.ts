import type { AuthElement } from './context.js';

/** The version of this copy, as two copies on one page compare it. `npm run build` checks it against package.json. */
export const version = '0.1.0';

/** What all copies of the library on a page share, under `Symbol.for('masto:v1')`. Only ever grows: copies of several versions read it. */
export interface Registry {
  /** Tag → version of the copy that defined it. */
  readonly tags: Map<string, string>;
  /** Every connected `<masto-auth>`; ask `firstAuth()` for document order. */
  readonly auths: Set<AuthElement>;
  /** Dispatches `auths` whenever one comes, goes or changes. */
  readonly events: EventTarget;
  /** Nobody's sessions, by origin; the values belong to `mastodon/session.ts`. */
  readonly sessions: Map<string, unknown>;
}

/** The page's registry, made by whichever copy of the library comes first. */
export const registry: Registry = ((globalThis as { [key: symbol]: Registry | undefined })[Symbol.for('masto:v1')] ??= {
  tags: new Map(),
  auths: new Set(),
  events: new EventTarget(),
  sessions: new Map(),
});

/** The page's first `<masto-auth>` in document order, or undefined. */
export const firstAuth = (): AuthElement | undefined =>
  [...registry.auths].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
