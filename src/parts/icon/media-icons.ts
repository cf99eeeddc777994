/** Of films and sounds, and of what is opened large. */
export const sound = 'M4 9.75v4.5h3.25L12 18.5v-13L7.25 9.75zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11';
export const external =
  'M13.5 4.5h6v6M19.5 4.5l-8.25 8.25M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4';
export const minus = 'M5 12h14';
export const next = 'm9 5.5 6.5 6.5L9 18.5';
export const previous = 'M15 5.5 8.5 12l6.5 6.5';
