import { ago, averageColour, emojify, image } from './text.js';

const TEMPLATE = document.createElement('template');
TEMPLATE.innerHTML =
  '<article class="post"><div class="by" hidden></div>' +
  '<header><img class="av" width="46" height="46" alt="" loading="lazy" decoding="async"><a class="nm"></a>' +
  '<a class="tm"><time></time></a><span class="ac"></span></header><div class="ct"></div>' +
  '<footer><button>↩ <b></b></button><button>⟲ <b></b></button><button>★ <b></b></button></footer></article>';

function create(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function fillHeader(header, post, now) {
  const { account } = post;
  const [avatar, name, link, handle] = header.children;
  avatar.src = account.avatar_static;
  name.href = account.url;
  name.textContent = account.display_name || account.username;
  emojify(name, account.emojis);
  link.href = post.url;
  const time = link.firstElementChild;
  time.dateTime = post.created_at;
  time.textContent = ago(Date.parse(post.created_at), now);
  handle.textContent = `@${account.acct}`;
}

function fillContent(content, post, sanitize) {
  const body = sanitize(post.content);
  emojify(body, post.emojis);
  if (!post.spoiler_text) return content.append(body);
  const summary = create('summary', '', post.spoiler_text);
  content.append(create('details', '', summary, body));
}

function media(attachments) {
  const grid = create('div', 'md');
  for (const { preview_url: src, meta, description: alt, blurhash } of attachments) {
    const { width, height } = meta.small;
    const picture = image(src, { width, height, alt });
    if (blurhash) picture.style.background = averageColour(blurhash);
    grid.append(picture);
  }
  return grid;
}

function card({ url, title, description, image: src }) {
  const link = create('a', 'cd');
  link.href = url;
  if (src) link.append(image(src, { width: 120, height: 90 }));
  link.append(create('span', '', create('strong', '', title), document.createElement('br'), description));
  return link;
}

function poll({ options }) {
  const list = create('ul', 'pl');
  const total = options.reduce((sum, option) => sum + option.votes_count, 0) || 1;
  for (const { title, votes_count } of options) {
    const share = `${Math.round((votes_count / total) * 100)}%`;
    const bar = create('i');
    bar.style.width = share;
    list.append(create('li', '', bar, title, create('b', '', share)));
  }
  return list;
}

/** One post as plain DOM, without a framework: what floor 1 and its variants draw. */
export function makePost(outer, sanitize, now = Date.now()) {
  const post = outer.reblog ?? outer;
  const element = TEMPLATE.content.firstElementChild.cloneNode(true);
  const [boostedBy, header, content, footer] = element.children;
  if (post !== outer) {
    boostedBy.hidden = false;
    boostedBy.textContent = `${outer.account.display_name} boosted`;
    emojify(boostedBy, outer.account.emojis);
  }
  fillHeader(header, post, now);
  fillContent(content, post, sanitize);
  if (post.media_attachments.length) footer.before(media(post.media_attachments));
  if (post.card) footer.before(card(post.card));
  if (post.poll) footer.before(poll(post.poll));
  const [replies, boosts, favourites] = footer.children;
  replies.lastChild.textContent = post.replies_count;
  boosts.lastChild.textContent = post.reblogs_count;
  favourites.lastChild.textContent = post.favourites_count;
  return element;
}
