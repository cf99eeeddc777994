import { status } from './data/statuses.mjs';
import { plainText } from './server/bluesky.mjs';

const bare = (name) => name.replace(/ ?:\w+:/g, '').trim();

/** The runs of text of a body, without its links, cut where an emoji or a tag stands between. */
const runs = (html) =>
  plainText(
    html
      .replace(/<a .*?<\/a>/g, '\n')
      .replace(/:\w+:/g, '\n')
      .replace(/<[^>]+>/g, '\n'),
  )
    .split('\n')
    .map((run) => run.trim())
    .filter((run) => run.length > 2);

const EMPTY = () => ({
  text: { authors: [], handles: [], text: [], mentions: [], hashtags: [], warnings: [], cards: [], polls: [] },
  numbers: { counts: [] },
  pictures: { avatars: [], pictures: [], emojis: [], 'card pictures': [] },
  alternatives: [],
  links: [],
  times: [],
});

function addBody({ text, pictures, links }, post) {
  text.text.push(...runs(post.content));
  for (const [, href] of post.content.matchAll(/<a href="([^"]+)"/g)) links.push(href);
  for (const { username } of post.mentions) text.mentions.push(`@${username}`);
  for (const [, tag] of post.content.matchAll(/#<span>(\w+)/g)) text.hashtags.push(`#${tag}`);
  for (const [, name] of post.content.matchAll(/:(blob\d+):/g)) {
    pictures.emojis.push(post.emojis.find(({ shortcode }) => shortcode === name).static_url);
  }
}

function addAttachments({ text, pictures, alternatives, links }, { media_attachments: media, card, poll }) {
  for (const { preview_url, description } of media) {
    pictures.pictures.push(preview_url);
    if (description) alternatives.push(description);
  }
  for (const { title } of poll?.options ?? []) text.polls.push(title);
  if (!card) return;
  text.cards.push(card.title, card.description);
  pictures['card pictures'].push(card.image);
  links.push(card.url);
}

function addPost(all, outer) {
  const post = outer.reblog ?? outer;
  const { account } = post;
  const { text, pictures } = all;
  for (const person of new Set([account, outer.account])) {
    text.authors.push(bare(person.display_name));
    pictures.emojis.push(...person.emojis.map((emoji) => emoji.static_url));
  }
  text.handles.push(`@${account.acct}`);
  pictures.avatars.push(account.avatar_static);
  all.times.push(post.created_at);
  all.links.push(post.url, account.url);
  if (post.spoiler_text) {
    text.warnings.push(post.spoiler_text); // what is behind it may wait until the reader asks
  } else {
    addBody(all, post);
    addAttachments(all, post);
  }
  const counts = [post.replies_count, post.reblogs_count, post.favourites_count];
  all.numbers.counts.push(...counts.filter(Boolean).map(String)); // a nought says nothing, and may be left out
}

/** All that floor 1 draws of the first `count` posts of the author, for `benchDrawn` in the page. */
export function expected(count, actions) {
  const all = EMPTY();
  for (let i = 0; i < count; i++) addPost(all, status(i, 'author'));
  return { ...all, actions: { selector: actions, count: 3 * count } };
}

const entries = (drawn) => Object.entries(drawn ?? {});

/** "cards 0 of 6, polls 0 of 3": what floor 1 draws and this contender does not; '' when nothing is missing. */
export const missing = (drawn) =>
  entries(drawn)
    .filter(([, [found, wanted]]) => found < wanted)
    .map(([kind, [found, wanted]]) => `${kind} ${found} of ${wanted}`)
    .join(', ');

/** "pictures 3": what was not there at the measured paint and is now; '' when nothing came late. */
export const late = (atPaint, now) =>
  entries(now)
    .filter(([kind, [found]]) => found > atPaint[kind][0])
    .map(([kind, [found]]) => `${kind} ${found - atPaint[kind][0]}`)
    .join(', ');
