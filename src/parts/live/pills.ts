/** What floats above a list, for whoever brings it late. */
export { pill } from '../pill/pill.js';
export { styles } from '../pill/pill.styles.js';
