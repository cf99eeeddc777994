import { css } from 'lit';

/** A poll that is being made. */
export const styles = css`
  .poll-edit {
    margin-inline: 6px;
  }
  .poll-edit-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) var(--_target);
    align-items: center;
  }
  .poll-edit-row .input {
    border-width: 0 0 1px;
    border-radius: 0;
    padding-inline: 4px;
  }
  .poll-edit-row .input:focus-visible {
    border-radius: 4px;
  }
  .poll-edit-row > .field-error {
    grid-column: 2;
    padding-block: 4px;
    padding-inline: 4px;
  }
  .poll-edit-row > :first-child {
    cursor: grab;
    touch-action: none;
  }
  .poll-edit-row.is-dragged {
    background: var(--_fill);
    border-radius: var(--_corner);
  }
  .poll-edit-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_1);
    margin-block-start: var(--_2);
    padding-inline-start: 30px;
  }
  .poll-edit-foot > .button {
    padding-inline: 10px;
  }
  .poll-edit-own {
    display: flex;
    gap: var(--_1);
  }
  .poll-edit-own .input {
    inline-size: auto;
    min-inline-size: 5em;
    max-inline-size: 8em;
    min-block-size: var(--_target);
  }
  .poll-edit option {
    background: Canvas;
    color: CanvasText;
  }
  .poll-edit > :is(.field-error, .field-hint) {
    padding-inline-start: 40px;
    margin-block-start: var(--_1);
  }
  @container (inline-size < 26em) {
    .poll-edit-foot,
    .poll-edit > :is(.field-error, .field-hint) {
      padding-inline-start: 4px;
    }
  }
`;
