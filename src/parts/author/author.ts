import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import { ago } from '../../i18n/figures.js';
import type { Account, Status } from '../../mastodon/entities.js';
import { edit, lock, mention, smallIcon, unlisted } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

const picture = (src: string) =>
  html`<img src=${src} alt="" width="44" height="44" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;

const visibilityIcons = { unlisted, private: lock, direct: mention, unknown: lock };

const mark = (label: string, path: string) =>
  html`<span role="img" aria-label=${label} title=${label}>${smallIcon(path)}</span>`;

/** Opens the history. */
const edited = (label: string) =>
  html`<button class="mark" type="button" value="history" aria-haspopup="dialog" aria-label=${label} title=${label}>${smallIcon(edit)}</button>`;

function marks(status: Status, author: Account | undefined, { words, now }: PostContext) {
  const { visibility, editedAt } = status;
  const kind = author?.bot ? 'bot' : author?.group ? 'group' : undefined;
  if (!kind && !editedAt && visibility === 'public') return nothing;
  return html`<span class="marks"
    >${kind ? html`<span class="tag-word">${words.say(kind)}</span>` : nothing}${
      editedAt ? edited(words.say('edited', { time: ago(editedAt, now, words) })) : nothing
    }${visibility === 'public' ? nothing : mark(words.say(visibility), visibilityIcons[visibility])}</span
  >`;
}

/** The byline: picture, name and handle lead to the person, the time to the post. */
export function author(status: Status, by: Account | undefined, context: PostContext) {
  const { displayName = '?', acct = '?', avatarStatic, url, emojis = [] } = by ?? {};
  return html`
    <div class="author" part="author">
      <span class="avatar" part="avatar" aria-hidden="true">
        ${avatarStatic ? picture(avatarStatic) : [...displayName][0]}
      </span>
      <a class="author-names" href=${url ?? nothing} target="_blank" rel="nofollow noopener noreferrer">
        <bdi class="name" part="name">${emojify(displayName, context.pictures ? emojis : [])}</bdi>
        <bdi class="handle" part="handle" dir="ltr" .textContent=${`@${acct}`}></bdi>
      </a>
      <span class="author-side">
        <a class="time" part="time" href=${status.url ?? nothing} target="_blank" rel="nofollow noopener noreferrer">
          <time datetime=${status.createdAt ?? nothing} .textContent=${ago(status.createdAt, context.now, context.words)}></time>
        </a>
        ${marks(status, by, context)}
      </span>
    </div>
  `;
}
