// floor1-walk with Intl for its times: what the first Intl object of a renderer costs.
import { draw } from './floor.js';
import { walk } from './sanitize.js';

const format = new Intl.RelativeTimeFormat(undefined, { style: 'narrow' });
await draw(walk, (element, post, now) => {
  const hours = Math.round((now - Date.parse(post.created_at)) / 3.6e6);
  element.querySelector('time').textContent = format.format(-hours, 'hour');
});
