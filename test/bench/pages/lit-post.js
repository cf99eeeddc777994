import { css, html, nothing, unsafeCSS } from 'lit';
import { CSS } from './post-style.js';
import { ago, averageColour, emojify } from './text.js';

export const styles = css`
  ${unsafeCSS(CSS)}
`;

function name(account) {
  if (!account.emojis.length) return account.display_name || account.username;
  const holder = document.createElement('bdi');
  holder.textContent = account.display_name;
  emojify(holder, account.emojis);
  return holder;
}

function body(post, sanitize) {
  const fragment = sanitize(post.content);
  emojify(fragment, post.emojis);
  return fragment;
}

const picture = ({ meta: { small }, description, blurhash, preview_url }) =>
  html`<img width=${small.width} height=${small.height} loading="lazy" decoding="async" alt=${description ?? ''} style=${`background:${averageColour(blurhash)}`} src=${preview_url}>`;

const media = (attachments) => html`<div class="md">${attachments.map(picture)}</div>`;

const card = ({ url, image, title, description }) =>
  html`<a class="cd" href=${url}><img width="120" height="90" alt="" loading="lazy" src=${image}><span><strong>${title}</strong><br>${description}</span></a>`;

function poll({ options }) {
  const total = options.reduce((sum, option) => sum + option.votes_count, 0) || 1;
  return html`<ul class="pl">${options.map(({ title, votes_count }) => {
    const share = `${Math.round((votes_count / total) * 100)}%`;
    return html`<li><i style=${`width:${share}`}></i>${title}<b>${share}</b></li>`;
  })}</ul>`;
}

/** The markup of floor 1's post as one Lit template; prettier-ignore keeps its text nodes the same. */
export function post(outer, now, sanitize) {
  const inner = outer.reblog ?? outer;
  const { account, spoiler_text: warning, media_attachments: attachments } = inner;
  // prettier-ignore
  return html`<article class="post">${inner === outer ? nothing : html`<div class="by">${name(outer.account)} boosted</div>`}<header><img class="av" width="46" height="46" alt="" loading="lazy" decoding="async" src=${account.avatar_static}><a class="nm" href=${account.url}>${name(account)}</a><a class="tm" href=${inner.url}><time datetime=${inner.created_at}>${ago(Date.parse(inner.created_at), now)}</time></a><span class="ac">@${account.acct}</span></header>
<div class="ct">${warning ? html`<details><summary>${warning}</summary>${body(inner, sanitize)}</details>` : body(inner, sanitize)}</div>
${attachments.length ? media(attachments) : nothing}
${inner.card ? card(inner.card) : nothing}
${inner.poll ? poll(inner.poll) : nothing}
<footer><button>↩ <b>${inner.replies_count}</b></button><button>⟲ <b>${inner.reblogs_count}</b></button><button>★ <b>${inner.favourites_count}</b></button></footer></article>`;
}
