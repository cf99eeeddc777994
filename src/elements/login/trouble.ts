import { html, type TemplateResult } from 'lit';
import type { SignInSpeaker } from '../../i18n/sign-in.js';
import type { MastoError } from '../../mastodon/errors.js';
import { alert, icon } from '../../parts/icon/icon.js';
import { sentence } from './sentence.js';

/** What there is to do about a failure: verb and label. */
function ways({ failure, facts }: MastoError, { say }: SignInSpeaker): [value: string, label: string][] {
  if (failure === 'expired') return [['again', say('again')]];
  if (failure === 'other-account')
    return [
      ['welcome', say('stay', { who: '@' + facts.value })],
      ['not-welcome', say('againAs', { who: '@' + facts.advice })],
    ];
  const over: [string, string] = ['dismiss', say('close')];
  return failure === 'not-revoked' ? [over] : [['sign-in', say('retry')], over];
}

/** What has gone wrong, in the place of the tag: on the way back from a server, with the session, or with signing out. */
export const trouble = (error: MastoError, acct: string, words: SignInSpeaker): TemplateResult => html`
  <div class="trouble">
    <div class="notice-row" part="notice" role="alert">
      ${icon(alert)}<span>${sentence(error, words, { acct })}</span>
      <div class="buttons">
        ${ways(error, words).map(([value, label]) => html`<button class="button" part="button" type="button" value=${value}>${label}</button>`)}
      </div>
    </div>
  </div>
`;
