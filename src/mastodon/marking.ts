import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import type { MarkerName } from './markers.js';

/** Tells the server how far somebody has read: never rejects. @param leaving the page is being left: the request outlives it */
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
      '/api/v1/markers',
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
