// lit-1root-walk with content-visibility on each post.
import { post } from './lit-post.js';
import { defineTimeline } from './lit-timeline.js';
import { walk } from './sanitize.js';

defineTimeline((data, now) => post(data, now, walk), { className: 'tl cv' });
