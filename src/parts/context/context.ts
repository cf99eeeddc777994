import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Account, Status } from '../../mastodon/entities.js';
import { name } from '../author/author.js';
import { boost, reply, smallIcon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** Why this post stands here: who boosted it, or whom it answers. */
export function context(status: Status, author: Account | undefined, booster: Account | undefined, post: PostContext) {
  const { words } = post;
  if (booster) {
    const who = html`<b>${name(booster, post)}</b>`;
    return line(
      smallIcon(boost),
      html`<a href=${ifDefined(booster.url)} data-account=${booster.acct} target="_blank" rel="nofollow noopener noreferrer">${words.weave('boosted', { name: who })}</a>`,
    );
  }
  if (status.inReplyToId === undefined) return nothing;
  if (status.inReplyToAccountId === author?.id) return line(smallIcon(reply, 'icon-directed'), words.say('aThread'));
  const to = status.mentions.find(({ id }) => id === status.inReplyToAccountId);
  const who = html`<b><bdi dir="ltr">@${to?.username}</bdi></b>`;
  return line(
    smallIcon(reply, 'icon-directed'),
    html`<a class="thread-link" href=${ifDefined(status.url)} target="_blank" rel="nofollow noopener noreferrer">${to ? words.weave('inReplyTo', { name: who }) : words.say('aReply')}</a>`,
  );
}

const line = (icon: unknown, text: unknown) => html`<p class="post-context">${icon}<span>${text}</span></p>`;
