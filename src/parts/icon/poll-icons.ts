/** Of a poll that is being made alone. */
export { clock } from './compose-icons.js';
export const drag = 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01';
