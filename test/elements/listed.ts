import { expect } from '@open-wc/testing';
import { heard, part, posts, tagOf } from '../helpers.js';
import type { Post, Town } from './town.js';

/** A timeline with these attributes, loaded, wherever on the page it stands. */
export async function timeline(attributes: string) {
  const tag = tagOf(`<masto-timeline load="eager" ${attributes}></masto-timeline>`);
  await heard(tag, 'masto-load');
  return tag;
}

/** What the server lists there, and the page shows: the same posts in the same order, and at least one. */
export async function expectSame(here: Town, tag: Element, path: string, keep: (post: Post) => boolean = () => true) {
  const listed = (await here.get<Post[]>(path)).filter(keep);
  const urls = listed.map((post) => ((post['reblog'] ?? post) as Post).url);
  const shown = posts(tag).map((post) => part(post, 'time').getAttribute('href'));
  expect(shown).to.deep.equal(urls);
  expect(shown.length).to.be.greaterThan(0);
}
