// Lit, one shadow root for the timeline, DOMPurify.
import { post } from './lit-post.js';
import { defineTimeline } from './lit-timeline.js';
import { purify } from './purify.js';

defineTimeline((data, now) => post(data, now, purify));
