import { css } from 'lit';

/** Beside `poll.styles` and `controls`: what is to be chosen, and what was. */
export const styles = css`
  fieldset.poll {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .poll-option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_3);
    align-items: center;
    min-block-size: var(--_target);
    padding-block: 6px;
    line-height: 1.35;
    cursor: pointer;
  }
  .poll-option + .poll-option {
    border-block-start: 1px solid var(--_line);
  }
  .poll-option .poll-label {
    text-align: left; /* whichever way it runs, it stands beside its box */
  }
  .poll-option:dir(rtl) .poll-label {
    text-align: right;
  }
  .poll-option input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  .poll-option input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .poll-foot:has(.button) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2) var(--_3);
  }
  .poll-buttons {
    padding-inline-start: 0;
  }
  .poll-buttons > span {
    unicode-bidi: plaintext;
  }
  .poll-foot .button {
    font-size: 1em;
  }
  .poll-foot .button-quiet {
    padding-inline: 10px;
  }
  .poll-own {
    display: inline-block;
    margin-inline: 6px; /* whichever way the words beside it run */
    vertical-align: -0.15em;
    color: var(--_accent);
  }
`;
