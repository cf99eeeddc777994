import { html, type TemplateResult } from 'lit';
import { isLoopback } from '../../base/browser.js';
import type { SignInSpeaker, SignInWords } from '../../i18n/sign-in.js';
import type { MastoError } from '../../mastodon/errors.js';

const isolated = (text: string) => html`<bdi>${text}</bdi>`;

const originOf = (host: string) => `${isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https'}://${host}`;

/** Where somebody takes a key back by themselves. */
export const keysOf = (host: string, { say }: SignInSpeaker, origin = originOf(host)): TemplateResult =>
  html`<a class="link" href="${origin}/oauth/authorized_applications" target="_blank" rel="noopener noreferrer">${say('authorised', { host })}</a>`;

/**
 * A failure in words, and what the server itself said (300 characters of it at most, by then). What strangers wrote stands apart from our words, and runs its own way (R56).
 * @param about what was asked for, where the failure does not say it itself
 */
export function sentence(
  { failure, facts }: MastoError,
  words: SignInSpeaker,
  about: { readonly host?: string; readonly acct?: string } = {},
): unknown {
  const host = facts.host ?? about.host ?? facts.value ?? '';
  const term: keyof SignInWords = failure === 'moved' && facts.movedTo ? 'moved-to' : failure;
  // Without a word from the server: its own rule, ten minutes.
  const wait = facts.retryAt === undefined ? 10 : Math.max(1, Math.ceil((facts.retryAt - Date.now()) / 60_000));
  const said = words.weave<unknown>(term, {
    host: isolated(host),
    acct: isolated('@' + (about.acct ?? '')),
    value: isolated(facts.value ?? about.host ?? ''),
    advice: isolated(facts.advice ?? ''),
    attribute: facts.attribute ?? '',
    movedTo: isolated(facts.movedTo ?? ''),
    status: facts.status ?? '',
    n: wait,
    link: keysOf(host, words),
  });
  const quote = facts.serverText;
  return quote ? [said, html` <q dir="auto">${quote}</q>`] : said;
}
