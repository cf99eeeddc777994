/** Icons of a post's menu: they come with it. */
export { bin, server } from './rare-icons.js';
export { edit, hide, lock } from './icon.js';
export { quote } from './post-icons.js';
export const ban = 'M12 3.75a8.25 8.25 0 1 1 0 16.5 8.25 8.25 0 0 1 0-16.5zM6.2 6.2l11.6 11.6';
export const external =
  'M13.5 4.5h6v6M19.5 4.5l-8.25 8.25M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4';
export const flag = 'M5.5 20.5V4.5h11.25L14.5 9l2.25 4.5H5.5';
export const follow =
  'M10 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5zM3.5 19.75c.4-3.6 3.1-5.75 6.5-5.75s6.1 2.15 6.5 5.75M18.5 7v6M15.5 10h6';
export const following =
  'M10 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5zM3.5 19.75c.4-3.6 3.1-5.75 6.5-5.75s6.1 2.15 6.5 5.75M15.75 10.25l2 2 3.75-4';
export const language =
  'M3.5 6h9.5M8.25 4v2M11 6c-.8 3.6-3.2 6.4-6.8 8M6 9.5c1 2 2.7 3.4 4.8 4.3m.95 6.45 4.25-10 4.25 10M13.25 17h5.5';
export const link =
  'M10 14a4 4 0 0 0 5.8.2l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.8-.2l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2';
export const pin = 'M12 15.5v5M8 4h8M9 4v5.5l-2.75 4.25a1 1 0 0 0 .85 1.55h9.8a1 1 0 0 0 .85-1.55L15 9.5V4';
export const quiet =
  'M4 4l16 16M6.5 9.5V14l-1.6 2.4a.75.75 0 0 0 .6 1.1h12M9 5.9a5.25 5.25 0 0 1 8.5 4.1v3.2M10 20.25h4';
export const rewrite = 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3l2.2 2.3M19.5 4.5V9H15';
