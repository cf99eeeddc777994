import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { emojify } from '../../content/content.js';
import { ago } from '../../i18n/figures.js';
import type { Account, Status } from '../../mastodon/entities.js';
import { edit, lock, mention, smallIcon, unlisted } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** A name as its bearer writes it, with emoji where pictures are wanted, kept from turning the words around it. */
export const name = (account: Account | undefined, { media }: Pick<PostContext, 'media'>) =>
  html`<bdi>${account ? emojify(account.displayName, media === 'auto' ? account.emojis : []) : '?'}</bdi>`;

const picture = (account: Account | undefined) =>
  account?.avatarStatic
    ? html`<img src=${account.avatarStatic} alt="" width="44" height="44" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
    : (account?.displayName ?? '?').slice(0, 2).toWellFormed().slice(0, 1);

const visibilityIcons = { unlisted, private: lock, direct: mention, unknown: lock };

const mark = (label: string, path: string) =>
  html`<span role="img" aria-label=${label} title=${label}>${smallIcon(path)}</span>`;

function marks(status: Status, author: Account | undefined, { words, now }: PostContext) {
  const { visibility, editedAt } = status;
  if (!editedAt && visibility === 'public' && !author?.bot && !author?.group) return nothing;
  return html`<span class="marks"
    >${author?.bot || author?.group ? html`<span class="tag-word">${words.say(author.bot ? 'bot' : 'group')}</span>` : nothing}${
      editedAt ? mark(words.say('edited', { time: ago(editedAt, now, words) }), edit) : nothing
    }${visibility === 'public' ? nothing : mark(words.say(visibility), visibilityIcons[visibility])}</span
  >`;
}

/** The byline: picture, name and handle lead to the person, the time to the post. */
export const author = (status: Status, by: Account | undefined, context: PostContext) => html`
  <div class="author" part="author">
    <span class="avatar" part="avatar" aria-hidden="true">${picture(by)}</span>
    <a class="author-names" href=${ifDefined(by?.url)} target="_blank" rel="nofollow noopener noreferrer"
      ><span class="name" part="name">${name(by, context)}</span><span class="handle" part="handle"><bdi dir="ltr">@${by?.acct ?? '?'}</bdi></span></a
    >
    <span class="author-side"
      ><a class="time" part="time" href=${ifDefined(status.url)} target="_blank" rel="nofollow noopener noreferrer"
        ><time datetime=${ifDefined(status.createdAt)}>${ago(status.createdAt, context.now, context.words)}</time></a
      >${marks(status, by, context)}</span
    >
  </div>
`;
