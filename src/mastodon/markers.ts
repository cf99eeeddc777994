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
