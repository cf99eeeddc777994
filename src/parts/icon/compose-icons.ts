/** Of the form to write in alone. */
export const globe =
  'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5z';
export const language =
  'M3.5 6h9.5M8.25 4v2M11 6c-.8 3.6-3.2 6.4-6.8 8M6 9.5c1 2 2.7 3.4 4.8 4.3m.95 6.45 4.25-10 4.25 10M13.25 17h5.5';
export const search = 'M10.75 4a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5zM15.75 15.75l4.5 4.5';
export const clock = 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7v5.25l3.25 2';
export const poll = 'M5.5 20v-8M12 20V4M18.5 20v-5';
