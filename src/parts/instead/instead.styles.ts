import { css } from 'lit';
import { styles as notice } from '../notice/notice.styles.js';
import { styles as skeleton } from '../skeleton/skeleton.styles.js';

const placeholder = css`
  .placeholder {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
`;

const tombstone = css`
  .tombstone {
    display: flex;
    align-items: center;
    gap: var(--_3);
    min-block-size: var(--_target);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .tombstone .icon {
    inline-size: var(--_avatar);
  }
`;

export const styles = [notice, placeholder, skeleton, tombstone];
