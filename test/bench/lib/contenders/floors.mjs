import { INSTANCE } from '../data/people.mjs';
import { page, script } from './page.mjs';

/** Once a post, and the last thing drawn of it. */
const LAST = 'article.post > footer > button:nth-child(3)';
const drawn = { selector: LAST, actions: 'article.post > footer > button' };

const timeline = (more = 'data-id="1000"') => `<div id="tl" data-instance="${INSTANCE}" ${more}></div>`;
const litTimeline = `<b-timeline data-instance="${INSTANCE}" data-id="1000"></b-timeline>`;
const statuses = `${INSTANCE}/api/v1/accounts/1000/statuses?limit=20&exclude_replies=false&exclude_reblogs=false`;
const preload = `<link rel="preload" as="fetch" crossorigin href="${statuses}">`;

/** `bundle` is the file of pages/ that draws. */
const floor = (name, what, bundle, { head = '', body = timeline() } = {}) => ({
  name,
  what,
  bundle,
  ...drawn,
  html: () => page(head + script(`/${bundle}.js`), body),
});
const lit = (name, what, bundle = name, head = '') => floor(name, what, bundle, { head, body: litTimeline });

const cv = timeline('data-id="1000" data-cv');

export const floors = [
  {
    name: 'blank',
    what: 'an empty page: what the browser itself costs',
    selector: 'h1',
    count: 1,
    html: () => page('', ''),
  },
  {
    name: 'floor2',
    what: 'FLOOR 2: what floor 1 draws, served as HTML',
    ...drawn,
    html: () => page('', ''), // filled in by fillFloor2
  },
  floor('floor1', 'FLOOR 1: plain JavaScript, DOMPurify, a cloned template', 'floor1'),
  floor('floor1-lookup', 'floor 1 told a name: one request before the posts', 'floor1', {
    body: timeline('data-acct="bench"'),
  }),
  floor('floor1-walk', 'floor 1 with an allow-list walker for DOMPurify', 'floor1-walk'),
  floor('floor1-preload', 'floor1-walk with a preload of the posts', 'floor1-walk', { head: preload }),
  floor('floor1-sethtml', 'floor1-walk with native setHTML', 'floor1-best'),
  floor('floor1-cv', 'floor1-sethtml with content-visibility on each post', 'floor1-best', { body: cv }),
  floor('floor1-best', 'floor1-cv with a preload of the posts: the limit', 'floor1-best', { head: preload, body: cv }),
  floor('floor1-intl', 'floor1-walk with Intl.RelativeTimeFormat', 'floor1-intl'),
  lit('lit-1root', 'Lit, one shadow root, DOMPurify'),
  lit('lit-1root-walk', 'Lit, one shadow root, walker'),
  lit('lit-cv', 'lit-1root-walk with content-visibility on each post'),
  lit('lit-cv-preload', 'lit-cv with a preload of the posts', 'lit-cv', preload),
  lit('lit-Nroots', 'Lit, a shadow root for each post, DOMPurify'),
  lit('lit-masto', 'lit-1root-walk through masto.js'),
];
