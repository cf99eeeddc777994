import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import type { Account, Status } from '../../mastodon/entities.js';
import { boost, reply } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

const strong = (name: unknown) => html`<b><bdi>${name}</bdi></b>`;

const line = (path: string, kind: string, url: string | undefined, acct: string | undefined, text: unknown) => html`
  <p class="post-context">
    <svg class="icon icon-small ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
    <a href=${url ?? nothing} data-account=${acct ?? nothing} data-open=${acct ? nothing : 'status'} target="_blank" rel="nofollow noopener noreferrer">${text}</a>
  </p>
`;

/** Why this post stands here: who boosted it, or whom it answers. */
export function context(
  status: Status,
  author: Account | undefined,
  booster: Account | undefined,
  { words, pictures }: PostContext,
) {
  const { mentions, inReplyToId, inReplyToAccountId, url } = status;
  if (booster) {
    const name = strong(emojify(booster.displayName, pictures ? booster.emojis : []));
    return line(boost, '', booster.url, booster.acct, words.weave('boosted', { name }));
  }
  if (inReplyToId === undefined) return nothing;
  const own = inReplyToAccountId === author?.id;
  const to = own ? undefined : mentions.find(({ id }) => id === inReplyToAccountId);
  const text = to
    ? words.weave('inReplyTo', { name: strong(`@${to.username}`) })
    : words.say(own ? 'aThread' : 'aReply');
  return line(reply, 'icon-directed', url, undefined, text);
}
