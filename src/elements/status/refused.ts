import type { LitElement } from 'lit';
import type { MastoError } from '../../mastodon/errors.js';

const listeners = new WeakMap<LitElement, (error: MastoError | undefined) => void>();

/** Whoever says under a post why something was not done. */
export const listenToRefusals = (host: LitElement, listener: (error: MastoError | undefined) => void): void =>
  void listeners.set(host, listener);

/** Lets it be said under a post that something was not done; undefined for what was wrong before and is no more. */
export const refused = (host: LitElement, error: unknown): void =>
  listeners.get(host)?.(error as MastoError | undefined);
