import { account, EMOJIS, INSTANCE } from './people.mjs';
import { below, pick, sentence } from './random.mjs';

const TAGS = (
  'fediverse opensource photography webdev CSS typescript gardening cats AltText birds music indieweb accessibility ' +
  'books linux'
).split(' ');

const SPECIAL =
  ' It&#39;s &lt;em&gt; &amp; &quot;quotes&quot; <strong>bold</strong>, <em>soft</em> <code>x &lt; y</code>';

/** Mastodon's own markup of a mention, at the start of a post. */
function mention(person) {
  return (
    `<span class="h-card" translate="no"><a href="${person.url}" class="u-url mention">` +
    `@<span>${person.username}</span></a></span> `
  );
}

/** Mastodon's own markup of a link: its scheme and tail are there, but hidden by the style sheet. */
function linkParagraph(link) {
  return (
    `<p><a href="${link}" target="_blank" rel="nofollow noopener noreferrer" translate="no">` +
    `<span class="invisible">https://www.</span><span class="ellipsis">${link.slice(12, 42)}</span>` +
    `<span class="invisible">${link.slice(42)}</span></a></p>`
  );
}

function paragraph(next, first, { mentions, emojis }) {
  let text = '';
  if (first && next() < 0.3) {
    const person = account(1 + below(next, 300));
    const { id, username, url, acct } = person;
    mentions.push({ id, username, url, acct });
    text += mention(person);
  }
  text += `${sentence(next, 6 + below(next, 26))}.`;
  if (next() < 0.15) text += `<br>${sentence(next, 8)}!`;
  if (next() < 0.12) {
    const emoji = pick(next, EMOJIS);
    if (!emojis.includes(emoji)) emojis.push(emoji);
    text += ` :${emoji.shortcode}:`;
  }
  if (next() < 0.03) text += SPECIAL;
  return `<p>${text}</p>`;
}

function hashtags(next, seed, tags) {
  const links = [];
  for (let k = 0, count = 1 + below(next, 4); k < count; k++) {
    const tag = TAGS[(seed + k * 4) % TAGS.length];
    const name = tag.toLowerCase();
    tags.push({ name, url: `${INSTANCE}/tags/${name}` });
    links.push(`<a href="${INSTANCE}/tags/${name}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`);
  }
  return `<p>${links.join(' ')}</p>`;
}

/** What post `seed` says: one to four paragraphs, and in places mentions, custom emojis, a link, hashtags. */
export function body(next, seed) {
  const found = { mentions: [], tags: [], emojis: [] };
  const paragraphs = 1 + (next() < 0.4) + (next() < 0.2) + (next() < 0.1);
  let content = '';
  for (let k = 0; k < paragraphs; k++) content += paragraph(next, k === 0, found);
  const linked = next() < 0.28;
  const site = below(next, 50); // drawn in any case: the numbers that follow must not depend on the link
  const slug = sentence(next, 6).toLowerCase().replaceAll(' ', '-');
  const link = linked ? `https://www.site${site}.example/articles/2026/11/${slug}` : null;
  if (link) content += linkParagraph(link);
  if (next() < 0.38) content += hashtags(next, seed, found.tags);
  return { content, link, ...found };
}
