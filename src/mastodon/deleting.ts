import type { Status } from './entities.js';
import type { HomeSession } from './home-session.js';
import { buryEverywhere } from './reading.js';
import { localId } from './resolve.js';
import { segment } from './transport.js';

/**
 * Deletes a post of the reader's own, at their server, and takes it from the page: whichever server it was read from,
 * nobody sees it there any more.
 * @throws MastoError
 */
export async function deleteStatus(home: HomeSession, status: Status): Promise<void> {
  const id = await localId(home, status);
  await home.transport.send('DELETE', `/api/v1/statuses/${segment(id)}`);
  buryEverywhere(home, status.key);
}
