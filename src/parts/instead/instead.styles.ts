import { css } from 'lit';
import { styles as notice } from '../notice/notice.styles.js';
import { styles as skeleton } from '../skeleton/skeleton.styles.js';

const placeholder = css`
  .placeholder {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
`;

export const styles = [notice, placeholder, skeleton];
