import type { Status } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { buryEverywhere, lookAgain } from './reading.js';
import { localId } from './resolve.js';
import { segment } from './transport.js';

/**
 * Deletes a post of the reader's own, at their server, and takes it from the page: whichever server it was read from,
 * nobody sees it there any more.
 * @throws MastoError
 */
export async function deleteStatus(home: HomeSession, status: Status): Promise<void> {
  const id = await localId(home, status);
  try {
    await home.transport.send('DELETE', `/api/v1/statuses/${segment(id)}`);
  } catch (error) {
    // Somebody was faster, in another window.
    if (error instanceof MastoError && error.failure === 'not-found') void lookAgain(home, status.key);
    throw error;
  }
  buryEverywhere(home, status.key);
}
