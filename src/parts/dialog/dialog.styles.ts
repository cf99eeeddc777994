import { css } from 'lit';

/** A native modal `<dialog>`. What the place of its tag does to text (a menu bar's capitals, no wrapping) ends at its edge. */
export const styles = css`
  .dialog {
    inline-size: min(calc(100vw - 16px), 440px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 16px);
    container-type: inline-size;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--_6);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: max(1em, 14px);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
    white-space: normal;
    cursor: auto;
  }
  .dialog[open] {
    animation: appear var(--_calm);
  }
  .dialog::backdrop {
    background: rgb(0 0 0 / 0.42);
  }
  .dialog-wide {
    inline-size: min(calc(100vw - 16px), 620px);
  }
  .dialog-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_4);
  }
  .dialog-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_2);
    align-items: start;
  }
  .dialog-head .icon-button {
    margin: -10px;
    margin-block-end: 0;
  }
  .dialog .title {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .title:focus {
    outline: 0; /* the focus stands here to be read from, not to be pressed */
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }
  @media (max-width: 415px) {
    .dialog {
      padding: var(--_4);
    }
  }
`;
