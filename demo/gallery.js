// The invented servers write their posts anew at each start. A page of yours has a post's address written down;
// this one looks it up: `data-of` names who wrote it, `data-words` some words of it (none: the one that is sensitive).
const server = 'http://localhost:4000';
const ask = async (path) => (await fetch(`${server}/api/v1/accounts/${path}`)).json();

async function postsOf(name) {
  const { id } = await ask(`lookup?acct=${name}`);
  return ask(`${id}/statuses?limit=40&exclude_reblogs=true`);
}

const pages = new Map();
for (const place of document.querySelectorAll('.seek')) {
  const { of, words } = place.dataset;
  if (!pages.has(of)) pages.set(of, postsOf(of));
  const posts = await pages.get(of);
  const found = posts.find((post) =>
    words ? post.content.includes(words) : post.sensitive && !post.spoiler_text && post.media_attachments.length,
  );
  if (!found) continue;
  const status = document.createElement('masto-status');
  status.setAttribute('src', found.url);
  place.replaceWith(status);
}
