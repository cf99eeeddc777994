import { css } from 'lit';
import { styles as author } from '../author/author.styles.js';

const person = css`
  .avatar-medium {
    inline-size: 32px;
    font-size: 14px;
  }
  .person {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_3);
    align-items: center;
  }
  .person-names {
    display: block;
    min-inline-size: 0;
    line-height: 1.3;
  }
`;

/** With the byline's sheet: its avatar, name and handle are the same ones. */
export const styles = [author, person];
