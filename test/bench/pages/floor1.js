// FLOOR 1, the base of all ratios: fetch, DOMPurify, a cloned template, the light DOM.
import { draw } from './floor.js';
import { purify } from './purify.js';

await draw(purify);
