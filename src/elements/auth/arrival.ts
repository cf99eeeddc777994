import type { Answer } from '../../mastodon/oauth.js';

/**
 * What comes back from a server's sign-in pages is taken out of the address before anything is drawn or asked (R20), and
 * kept here until somebody who can use it is loaded. Other OAuth clients of the page keep theirs: ours has a mark (R21).
 */

const ours = ['masto', 'state', 'code', 'iss', 'error', 'error_description', 'error_uri'];

/** An address without what a sign-in adds to it; the page's own query and hash stay. */
export function withoutAnswer(address: string): string {
  const url = new URL(address);
  // Taken out by hand: `searchParams.delete` would write the page's own parameters anew.
  const rest = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !ours.includes(pair.split('=', 1)[0]!));
  url.search = rest.join('&');
  return url.href;
}

function take(): Answer | undefined {
  const said = new URLSearchParams(location.search);
  // The last one: the server adds its own behind what the page has.
  const last = (name: string) => said.getAll(name).at(-1);
  const [masto, state, code, iss, error, errorDescription] = ours.map(last);
  if (!masto || !state || !(code || error)) return undefined;
  history.replaceState(history.state, '', withoutAnswer(location.href));
  return { masto, state, code, iss, error, errorDescription };
}

/** What this page was opened with; at most one answer, read once, whichever `<masto-auth>` comes first. Nothing about it is true yet. */
export const arrival = take();
