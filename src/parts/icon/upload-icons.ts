/** Icons that only files in the form show. */
export { alert, image, play } from './icon.js';
export { check, close, plus } from './form-icons.js';
export const sound = 'M4 9.75v4.5h3.25L12 18.5v-13L7.25 9.75zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11';
