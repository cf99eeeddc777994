import { page } from '../../base/page.js';
import { MastoError } from '../../mastodon/errors.js';
import { takePending, waiting } from '../../mastodon/pending.js';
import { prefix, readStored } from '../../mastodon/stored.js';

const bare = (path: string) => path.replace(/(?:index\.html?)?$/, '').replace(/\/$/, '');

/** Come to by a link or from a server, not by going back, reloading, or from another page of this site; nor with an answer to somebody else (R21). */
function isArrival() {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const answered = /[?&](?:code|error)=/.test(location.search);
  return entry?.type === 'navigate' && !answered && !document.referrer.startsWith(location.origin);
}

/**
 * A site that sends its readers from one address to another (http to https, a slash at the end) may lose the query on the
 * way, and with it the server's answer: this tab waits for one, is come back to, and has none (R60). Told once.
 */
export function lostAnswer(): MastoError | undefined {
  if (!isArrival()) return undefined;
  const record = waiting(page).find(
    ({ state, wishes, redirectUri }) =>
      !wishes.popup &&
      bare(new URL(redirectUri).pathname) === bare(location.pathname) &&
      readStored(page.storage('session'), `${prefix}pending:${state}`),
  );
  if (!record) return undefined;
  takePending(page, record.state);
  const { redirectUri, server } = record;
  console.warn(
    `[masto-elements] ${server.host} was to send the reader back to ${redirectUri}. They came back without its answer: if this site redirects from there, it must keep the query, or redirect-uri must name the address that it redirects to.`,
  );
  return new MastoError('answer-lost', { host: server.host, value: redirectUri });
}
