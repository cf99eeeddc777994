/** Of a poll that is being made alone. */
export { clock } from './compose-icons.js';
export const drag = 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01';
export const eye =
  'M3 12c1.5-3.35 4.7-6.35 9-6.35s7.5 3 9 6.35c-1.5 3.35-4.7 6.35-9 6.35S4.5 15.35 3 12zM12 9.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z';
