/** Icons of forms and menus: they come with them. */
export const check = 'm4.75 12.75 4.75 4.5 9.75-10.5';
export const close = 'm6 6 12 12M18 6 6 18';
export const down = 'm6 9.25 6 6 6-6';
export const forget =
  'M4.5 7h15M9.5 7V5.25a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1V7M6.5 7l.8 11.6a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4L17.5 7';
export const leave = 'M10 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H10M15.5 16l4-4-4-4M19.25 12H10';
export const plus = 'M12 5v14M5 12h14';
