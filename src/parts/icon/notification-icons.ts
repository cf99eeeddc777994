/** The signs of notifications: they come with them. */
export { alert, asterism, boost, edit, mention, reply } from './icon.js';
export const bell =
  'M6.25 10a5.75 5.75 0 0 1 11.5 0c0 4.5 1.75 6 1.75 6.75h-15c0-.75 1.75-2.25 1.75-6.75zM9.9 19.75a2.4 2.4 0 0 0 4.2 0';
export const check = 'm4.75 12.75 4.75 4.5 9.75-10.5';
export const close = 'm6 6 12 12M18 6 6 18';
export const collection = 'M4.5 9.5h15v10h-15zM6.5 6.75h11M8.5 4h7';
export const flag = 'M5.5 20.5V4.5h11.25L14.5 9l2.25 4.5H5.5';
export const follow =
  'M10 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5zM3.5 19.75c.4-3.6 3.1-5.75 6.5-5.75s6.1 2.15 6.5 5.75M18.5 7v6M15.5 10h6';
export const person =
  'M12 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5zM5 19.75c.4-3.6 3.4-5.75 7-5.75s6.6 2.15 7 5.75';
export const poll = 'M5.5 20v-8M12 20V4M18.5 20v-5';
export const quote =
  'M9.75 6.5C6.8 7.5 4.5 10 4.5 13.5v3.75h5.25V12H4.7M19.25 6.5C16.3 7.5 14 10 14 13.5v3.75h5.25V12H14.2';
export const server =
  'M5.75 4.5h12.5A1.75 1.75 0 0 1 20 6.25v2.5a1.75 1.75 0 0 1-1.75 1.75H5.75A1.75 1.75 0 0 1 4 8.75v-2.5A1.75 1.75 0 0 1 5.75 4.5zM5.75 13.5h12.5A1.75 1.75 0 0 1 20 15.25v2.5a1.75 1.75 0 0 1-1.75 1.75H5.75A1.75 1.75 0 0 1 4 17.75v-2.5a1.75 1.75 0 0 1 1.75-1.75zM7.5 7.5h.01M7.5 16.5h.01';
export const severed =
  'M10 14a4 4 0 0 0 5.8.2l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.8-.2l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2M4 4l16 16';
export const star = 'M12 3.75 14.6 9l5.8.85-4.2 4.1 1 5.8L12 17l-5.2 2.75 1-5.8-4.2-4.1L9.4 9z';
export const sliders =
  'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 5.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM9 14.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z';
