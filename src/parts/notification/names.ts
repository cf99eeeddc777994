import { html, nothing, type TemplateResult } from 'lit';
import { body, emojify } from '../../content/content.js';
import type { Account, Status } from '../../mastodon/entities.js';
import type { NotificationContext } from './notification-data.js';

const outside = { target: '_blank', rel: 'nofollow noopener noreferrer' };

/** Somebody's name inside a sentence, which leads to them. */
export const named = (account: Account | undefined, { words }: NotificationContext): unknown =>
  account
    ? html`<a href=${account.url ?? nothing} data-account=${account.acct} target=${outside.target} rel=${outside.rel}
        ><b><bdi>${emojify(account.displayName, account.emojis)}</bdi></b></a
      >`
    : words.say('somebody');

/** The words of a post on one line: of one with a warning, the warning alone. */
export function excerptOf(status: Status, { words }: NotificationContext): string | DocumentFragment {
  const { spoilerText, content, emojis, media, quote } = status;
  if (spoilerText) return emojify(words.say('warned', { text: spoilerText }), emojis);
  const box = document.createElement('div');
  box.append(body(content, { hideQuoteLine: !!quote }));
  for (const block of box.querySelectorAll('p, br, li, pre, blockquote')) block.before(' ');
  const text = box.textContent.replace(/\s+/g, ' ').trim();
  return text ? emojify(text, emojis) : media.length ? words.say('pictures', { n: media.length }) : '';
}

/** What leads to a post: its first words, or others about it. */
export const postLink = (status: Status, text: unknown, kind = ''): TemplateResult => html`
  <a class=${kind} href=${status.url ?? nothing} data-open=${status.key} dir="auto" target=${outside.target} rel=${outside.rel}
    >${text}</a
  >
`;

/** What leads to a page of the reader's own server. */
export const serverLink = (url: string, text: string): TemplateResult => html`
  <p class="notification-way"><a class="link" href=${url} target=${outside.target} rel="noopener noreferrer">${text}</a></p>
`;
