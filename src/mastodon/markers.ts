import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';

/** What a server remembers for all devices of a person: how far they have read. */
export type MarkerName = 'home' | 'notifications';

const path = '/api/v1/markers';

/**
 * How far somebody has read: what their server calls the post, or the notification. Undefined when nothing is remembered,
 * when it may not be asked (nobody is asked for a scope because of this), or when it cannot be had: never rejects.
 */
export async function readMarker(
  home: HomeSession,
  name: MarkerName,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (home.expired || home.isOver || !home.may('read:statuses')) return undefined;
  try {
    const { data } = await home.transport.get(path, { timeline: [name] }, { signal, optional: true });
    const id = asObject(asObject(data)?.[name])?.['last_read_id'];
    return typeof id === 'string' && id ? id : undefined;
  } catch {
    return undefined;
  }
}

/** @param leaving the page is being left: the request outlives it */
export async function writeMarker(
  home: HomeSession,
  name: MarkerName,
  lastReadId: string,
  { leaving = false }: { readonly leaving?: boolean } = {},
): Promise<boolean> {
  if (home.expired || home.isOver || !home.may('write:statuses')) return false;
  const write = () =>
    home.transport.send(
      'POST',
      path,
      { [name]: { last_read_id: lastReadId } },
      { optional: true, init: { keepalive: leaving } },
    );
  try {
    // Two devices at once are a conflict for Mastodon: the later one counts.
    await write().catch((error: unknown) => {
      if (error instanceof MastoError && error.facts.status === 409) return write();
      throw error;
    });
    return true;
  } catch {
    return false;
  }
}
