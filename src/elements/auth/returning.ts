import { browser } from '../../base/browser.js';
import { page } from '../../base/page.js';
import { type Answer, commit, finish, type Granted } from '../../mastodon/sign-in.js';
import type { MastoError } from '../../mastodon/errors.js';
import { giveBack } from './people.js';

/** How long the window that opened this one has to say that it listens, in ms. */
const patience = 1500;

/** The state of a sign-in in a window of its own ends so: that window only hands over what it was given. */
export const popupMark = '.popup';

/** What travels between the two windows. The code in it is worth nothing without what the first one keeps (PKCE). */
export interface HandOver {
  readonly masto: 'answer' | 'taken';
  readonly answer?: Answer;
  readonly state?: string;
}

/** Gives the answer to the window that asked, by both ways: either may be cut (R38). True when it was taken. */
function handOver(answer: Answer): Promise<boolean> {
  const channel = page.channel(`masto:v1:${answer.state}`);
  const opener = window.opener as Window | null;
  return new Promise((resolve) => {
    const end = (taken: boolean) => {
      clearTimeout(timer);
      channel?.close();
      removeEventListener('message', hear);
      resolve(taken);
    };
    const hear = ({ data, origin }: MessageEvent<Partial<HandOver> | undefined>) => {
      if (origin === location.origin && data?.masto === 'taken' && data.state === answer.state) end(true);
    };
    const timer = setTimeout(() => end(false), patience);
    channel?.addEventListener('message', hear);
    addEventListener('message', hear);
    const message: HandOver = { masto: 'answer', answer };
    channel?.postMessage(message);
    opener?.postMessage(message, location.origin);
  });
}

/**
 * Uses the answer that a server sent the reader back with. Undefined when there is nothing to show here: another window
 * has taken it, or the reader is on the way to the page that asked.
 * @throws MastoError of a `SignInFailure`
 */
export async function finishArrival(answer: Answer): Promise<Granted | undefined> {
  if (answer.state.endsWith(popupMark) && (await handOver(answer))) {
    window.close();
    // A browser may have cut the tie that lets it be closed: then it becomes a page like any other.
    await browser.sleep(1000);
    return undefined;
  }
  let granted: Granted;
  try {
    granted = await finish(answer, page);
  } catch (error) {
    const { failure, facts } = error as MastoError;
    // Who says no goes back to where they were, quietly (R44).
    if (failure === 'denied' && facts.returnTo && elsewhere(facts.returnTo)) return goTo(facts.returnTo);
    throw error;
  }
  const { returnTo } = granted;
  // A page of its own for answers (R59) leads on; on the page that asked only the hash was missing.
  if (!elsewhere(returnTo)) {
    if (returnTo !== location.href) history.replaceState(history.state, '', returnTo);
    return granted;
  }
  // Somebody else than expected is for the page that asked to see: here they stay out (R42).
  if (granted.expected === undefined) commit(granted, page);
  else await giveBack(granted.saved);
  return goTo(returnTo);
}

/** Another page than this one, whatever the hash. */
const elsewhere = (address: string) => address.split('#')[0] !== location.href.split('#')[0];

/** Nothing is shown on the way. */
function goTo(address: string): Promise<never> {
  location.replace(address);
  return new Promise(() => undefined);
}
