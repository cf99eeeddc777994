import { makePost } from './post.js';
import { style } from './post-style.js';

/** The page's `<div id="tl" data-instance data-id>`, or `data-acct` in the place of the id. */
export const timeline = document.querySelector('#tl');

async function readPosts() {
  const { instance, id: given, acct } = timeline.dataset;
  const api = `${instance}/api/v1/accounts/`;
  const id = given ?? (await (await fetch(`${api}lookup?acct=${acct}`)).json()).id;
  return (await fetch(`${api}${id}/statuses?limit=20&exclude_replies=false&exclude_reblogs=false`)).json();
}

/** Reads a page of posts and draws it with one append; `finish(element, post, now)` may change each before that. */
export async function draw(sanitize, finish) {
  style();
  timeline.className = 'cv' in timeline.dataset ? 'tl cv' : 'tl';
  const posts = await readPosts();
  const now = Date.now();
  const fragment = document.createDocumentFragment();
  for (const post of posts) {
    const element = makePost(post, sanitize, now);
    finish?.(element, post, now);
    fragment.append(element);
  }
  timeline.append(fragment);
}
