import type { InsteadSpeaker } from '../../i18n/instead.js';
import type { MastoError, ReadFailure } from '../../mastodon/errors.js';
import { alert, icon } from '../icon/icon.js';
import { server } from '../icon/rare-icons.js';
import type { NoticeData } from '../notice/notice.js';

/** What cannot get better by asking again: the page's author has to mend it. */
const final = new Set(['bad-attribute', 'no-instance', 'nothing-named', 'bad-instance', 'insecure']);

/** The way on that the reader has: again, in again, or with one permission more. */
function buttonFor(failure: ReadFailure, say: InsteadSpeaker['say']): NoticeData['button'] {
  if (final.has(failure)) return undefined;
  if (failure === 'out-of-scope') return { label: say('allow'), value: 'sign-in' };
  return failure === 'expired' ? { label: say('signIn'), value: 'sign-in' } : { label: say('retry'), value: 'retry' };
}

/** What a failure is called, what to do about it, and what the server itself said. */
export function failureNotice(error: MastoError, { say }: InsteadSpeaker): NoticeData {
  const { facts } = error;
  // Signing in has words of its own, and fails elsewhere.
  const failure = error.failure as ReadFailure;
  const { host = '', attribute = '', value = '', status = '', movedTo = '', retryAt = 0 } = facts;
  const n = Math.max(1, Math.ceil((retryAt - Date.now()) / 1000));
  const values = { host, attribute, value, status, movedTo, n };
  return {
    icon: icon(final.has(failure) ? alert : server),
    title: say(failure, values),
    text: say(movedTo ? 'moved-to-text' : `${failure}-text`, values),
    quote: facts.serverText,
    button: buttonFor(failure, say),
    role: 'alert',
  };
}

/** Tells a page's author on the console that an attribute makes no sense, and what would. */
export function warnAuthor(tag: Element, { failure, facts }: MastoError): void {
  if (!final.has(failure)) return;
  const { attribute = tag.getAttributeNames().find((name) => tag.getAttribute(name) === facts.value) } = facts;
  const value = facts.value === undefined ? '' : `=${JSON.stringify(facts.value)}`;
  // What is not written on the tag itself was taken over from the session around it.
  const at = attribute || !value ? tag.localName : 'masto-auth';
  const text = `<${at}> ${attribute ?? 'instance'}${value}: ${facts.advice ?? advice[failure] ?? 'makes no sense'}`;
  console.warn(`[masto-elements] ${text}`);
}

const advice: Readonly<Record<string, string>> = {
  'no-instance': 'is missing; say which server to ask, as in instance="mastodon.social"',
  'nothing-named': 'is missing, and so is anything else that names posts (account, tag, src …)',
  'bad-instance': 'is no server; write it like mastodon.social',
  insecure: 'is on this machine, and this page is not; a public server is asked over https',
};
