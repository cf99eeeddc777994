// Floor 1 with the browser's own sanitiser; the page adds content-visibility (data-cv) and a preload.
import { draw } from './floor.js';
import { native } from './sanitize.js';

await draw(native());
