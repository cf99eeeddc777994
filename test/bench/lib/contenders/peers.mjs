import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { INSTANCE } from '../data/people.mjs';
import { idOf } from '../data/statuses.mjs';
import { modules } from '../install.mjs';
import { page, script } from './page.mjs';

const read = (name) => fs.readFileSync(path.join(modules, name), 'utf8');

const emfedLink = (attributes) =>
  `<a class="mastodon-feed" href="${INSTANCE}/@bench" ${attributes} data-toot-limit="20">feed</a>`;
const emfed = (name, what, attributes) => ({
  name,
  what,
  bundle: 'emfed',
  selector: 'li.toot',
  files: () => ({ '/emfed.css': read('emfed/toots.css') }),
  html: () => page('<link rel="stylesheet" href="/emfed.css">', emfedLink(attributes) + script('/emfed.js')),
});

function idotjPage(posts) {
  const settings = {
    instanceUrl: INSTANCE,
    timelineType: 'profile',
    userId: '1000',
    profileName: '@bench',
    maxNbPostFetch: String(posts),
    maxNbPostShow: String(posts),
  };
  const container =
    '<div id="mt-container" class="mt-container"><div class="mt-body" role="feed">' +
    '<div class="mt-loading-spinner"></div></div></div>';
  const start = `addEventListener('load',()=>{new MastodonTimeline.Init(${JSON.stringify(settings)})})`;
  return page(
    '<link rel="stylesheet" href="/idotj.css">',
    `${container}<script src="/idotj.js"></script><script>${start}</script>`,
  );
}

/** The one peer that can show more than one page of the API, by one cold load of `posts`. */
export const idotj = (posts = 20) => ({
  name: posts === 20 ? 'idotj' : `idotj-${posts}`,
  what: '@idotj/mastodon-embed-timeline (its script and sheet, as it documents)',
  selector: 'article.mt-post',
  count: posts,
  files: () => ({
    '/idotj.js': read('@idotj/mastodon-embed-timeline/dist/mastodon-timeline.umd.js'),
    '/idotj.css': read('@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css'),
  }),
  html: () => idotjPage(posts),
});

function mastodonPosts() {
  const post = (_, i) => `<mastodon-post><a href="${INSTANCE}/@bench/${idOf(i)}">post</a></mastodon-post>`;
  return Array.from({ length: 20 }, post).join('');
}

export const peers = [
  emfed('emfed', 'emfed, one minified bundle, told the account id', 'data-toot-account-id="1000"'),
  emfed('emfed-lookup', 'emfed told a name', ''),
  idotj(),
  {
    name: 'mastodon-post',
    what: '@daviddarnes/mastodon-post, 20 of them (minified here; sanitises nothing)',
    selector: 'mastodon-post blockquote:not(:empty)',
    files: () => ({
      '/mastodon-post.js': transformSync(read('@daviddarnes/mastodon-post/mastodon-post.js'), {
        minify: true,
        target: 'es2022',
      }).code,
    }),
    html: () => page('', mastodonPosts() + script('/mastodon-post.js')),
  },
  {
    name: 'bsky-embed',
    what: 'bsky-embed (its script), given the same posts in the shape of Bluesky',
    selector: 'article.border-b:not(.animate-pulse)',
    files: () => ({ '/bsky-embed.js': read('bsky-embed/dist/bsky-embed.umd.js') }),
    html: () =>
      page(
        '',
        '<bsky-embed username="bench.bsky.social" limit="20" link-target="_blank"></bsky-embed>' +
          '<script async src="/bsky-embed.js"></script>',
      ),
  },
];
