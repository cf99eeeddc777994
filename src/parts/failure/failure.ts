import { html, nothing } from 'lit';
import type { FailureSpeaker } from '../../i18n/failure.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { MastoError } from '../../mastodon/errors.js';
import { icons } from '../icon/icon.js';
import { notice, type NoticeData } from '../notice/notice.js';

/** What cannot get better by asking again. */
const final = new Set(['bad-attribute', 'no-instance', 'bad-instance', 'insecure']);

/** The words of failures come when something fails; `lost` says that they could not be loaded either. */
export interface FailureWordsState {
  readonly value: FailureSpeaker | undefined;
  readonly lost: boolean;
}

/** What a failure is called, what to do about it, and what the server itself said. Undefined while the words are on their way. */
export function failureData(
  { failure, facts }: MastoError,
  { value: speaker, lost }: FailureWordsState,
  words: PostSpeaker,
): NoticeData | undefined {
  const role = 'alert';
  if (!speaker)
    return lost
      ? { icon: icons.alert, title: words.say('failed'), button: { label: words.say('retry'), value: 'retry' }, role }
      : undefined;
  const seconds = Math.max(1, Math.ceil(((facts.retryAt ?? 0) - Date.now()) / 1000));
  const { host = '', attribute = '', value = '', status = '', movedTo = '' } = facts;
  const values = { host, attribute, value, status, movedTo, n: seconds };
  return {
    icon: final.has(failure) ? icons.alert : icons.server,
    title: speaker.say(failure, values),
    text: speaker.say(movedTo ? 'moved-to-text' : `${failure}-text`, values),
    quote: facts.serverText,
    button: final.has(failure) ? undefined : { label: speaker.say('retry'), value: 'retry' },
    role,
  };
}

/** The failed state: the notice, a link to what could not be shown, and what the page's author has put inside the tag. */
export function failure(error: MastoError, words: FailureWordsState, post: PostSpeaker, url?: string) {
  const data = failureData(error, words, post);
  if (!data) return nothing;
  const host = url && new URL(url).host;
  const link =
    host && words.value
      ? html`<p><a href=${url} target="_blank" rel="nofollow noopener noreferrer">${words.value.say('openOriginal', { host })}</a></p>`
      : nothing;
  return notice(data, html`${link}<slot></slot>`);
}
