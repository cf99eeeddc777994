// Lit, one shadow root, the walker.
import { post } from './lit-post.js';
import { defineTimeline } from './lit-timeline.js';
import { walk } from './sanitize.js';

defineTimeline((data, now) => post(data, now, walk));
