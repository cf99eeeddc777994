import { html, nothing } from 'lit';
import { insteadWords, type InsteadSpeaker } from '../../i18n/instead.js';
import type { MastoError } from '../../mastodon/errors.js';
import { asterism, icon } from '../icon/icon.js';
import { bin, server } from '../icon/rare-icons.js';
import { notice, type NoticeData, noticeRow } from '../notice/notice.js';
import { skeleton } from '../skeleton/skeleton.js';
import { failureNotice, warnAuthor } from './failure.js';
import { styles } from './instead.styles.js';

const link = (url: string | undefined, { say }: InsteadSpeaker) =>
  url
    ? html`<p><a href=${url} target="_blank" rel="nofollow noopener noreferrer">${say('openOriginal', { host: new URL(url).host })}</a></p>`
    : nothing;

/** All that stands instead of posts, in one language. */
export class Instead {
  readonly styles = styles;
  readonly warnAuthor = warnAuthor;
  /** The language that was asked for. */
  readonly lang: string;

  constructor(
    private readonly words: InsteadSpeaker,
    lang: string,
  ) {
    this.lang = lang;
  }

  /** The notice, and a way out: what the page's author has put inside the tag, and a link when there is none in it. */
  failed(error: MastoError, url?: string) {
    return notice(failureNotice(error, this.words), html`${link(url, this.words)}<slot></slot>`);
  }

  /** The next page did not come; the posts before it stay. */
  failedRow(error: MastoError) {
    return noticeRow(failureNotice(error, this.words));
  }

  /** A post that was here. */
  gone() {
    return html`<div class="tombstone" part="notice">${icon(bin)}<span role="status">${this.words.say('gone')}</span></div>`;
  }

  loading() {
    return skeleton(this.words.say('loading'));
  }

  /** @param own what is said where other things than posts are shown */
  empty(own?: Pick<NoticeData, 'title' | 'text'>) {
    const { say } = this.words;
    const said = own ?? { title: say('emptyTitle'), text: say('emptyText') };
    return html`<slot name="empty">${notice({ icon: icon(asterism), ...said })}</slot>`;
  }

  /** @param canSignIn there is a `<masto-auth>` to sign in with @param text what is said where other things than posts are shown */
  signedOut(canSignIn: boolean, text?: string) {
    const { say } = this.words;
    const button = canSignIn ? { label: say('signIn'), value: 'sign-in' } : undefined;
    return html`<slot name="signed-out">${notice({ icon: icon(asterism), title: say('signedOutTitle'), text: text ?? say('signedOutText'), button })}</slot>`;
  }

  /** `load="click"`: whom the reader would ask, what that tells, and a button. */
  ask(host: string) {
    const { say } = this.words;
    const button = { label: say('agree', { host }), value: 'agree' };
    return html`<div class="placeholder" part="placeholder">
      ${notice({ title: say('askTitle', { host }), text: say('askText', { host }), button }, html`<slot></slot>`)}
    </div>`;
  }

  /** A server that is slow, or that has asked us to wait. @param pausedUntil ms since 1970; in the past for slow ones */
  late(host: string, pausedUntil: number) {
    const { say } = this.words;
    const n = Math.ceil((pausedUntil - Date.now()) / 1000);
    const title = n > 0 ? say('paused', { host, n }) : say('slow', { host });
    return noticeRow({ icon: icon(server), title, button: { label: say('cancel'), value: 'cancel' } });
  }
}

/** Brings the words, too: none may be missing when something has failed. */
export const bringInstead = async (lang: string) => new Instead(await insteadWords.load(lang), lang);
