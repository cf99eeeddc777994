import { css } from 'lit';
import { styles as field } from '../../../parts/field/field.styles.js';

const choices = css`
  .choices {
    display: grid;
    gap: var(--_1);
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .choices > legend {
    padding: 0;
    margin-block-end: var(--_1);
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_3);
    align-items: start;
    min-block-size: var(--_target);
    padding-block: 8px;
    overflow-wrap: anywhere;
  }
  .choice > input {
    inline-size: 18px;
    block-size: 18px;
    margin: 3px;
    accent-color: var(--_accent);
  }
  .choice > input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .choice .field-hint {
    display: block;
  }
  .dialog select.input {
    background: var(--_surface);
    color: var(--_text);
  }
  textarea.input {
    min-block-size: 5.5em;
    resize: vertical;
    line-height: 1.4;
  }
`;

/** What the questions about people hold besides words: choices, and a field. */
export const styles = [field, choices];
