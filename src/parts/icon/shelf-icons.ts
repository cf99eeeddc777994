/** Of what waits alone. */
export { bin } from './rare-icons.js';
export { close } from './form-icons.js';
