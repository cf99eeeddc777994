/** Icons that only some posts show: they come with what draws those. */
export const clock = 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7v5.25l3.25 2';
export const down = 'm6 9.25 6 6 6-6';
export const quote =
  'M9.75 6.5C6.8 7.5 4.5 10 4.5 13.5v3.75h5.25V12H4.7M19.25 6.5C16.3 7.5 14 10 14 13.5v3.75h5.25V12H14.2';
