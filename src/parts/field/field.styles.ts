import { css } from 'lit';

/** Boxes to write in, with their labels, and switches. */
export const styles = css`
  :where(input, textarea, select) {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field-label {
    font-size: var(--_small);
    font-weight: 600;
  }
  .field-hint {
    font-size: var(--_small);
    color: var(--_muted);
  }
  .input {
    min-block-size: 44px;
    inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_corner);
    background: transparent;
    font-size: max(1em, 16px); /* under 16 px a phone zooms in */
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
    outline-offset: 0;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }
  .field-error {
    display: flex;
    gap: 6px;
    color: var(--_danger);
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .field-error .link {
    color: inherit;
  }
  .field-error .icon {
    margin-block-start: 0.2em;
  }
  .switch {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_3);
    align-items: center;
    min-block-size: var(--_target);
  }
  .switch .field-hint {
    display: block;
  }
  /* the knob of a switch: an input, or a sign inside what is one itself */
  .knob {
    appearance: none;
    flex: none;
    inline-size: 36px;
    block-size: 22px;
    border: 1px solid var(--_edge);
    border-radius: 11px;
    position: relative;
    transition: background var(--_quick);
  }
  .knob::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_muted);
    transition: inset-inline-start var(--_calm);
  }
  .knob:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  :is(.knob:checked, [aria-checked='true'] > .knob) {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  :is(.knob:checked, [aria-checked='true'] > .knob)::before {
    inset-inline-start: 17px;
    background: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .knob {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .knob::before {
      background: CanvasText;
    }
    :is(.knob:checked, [aria-checked='true'] > .knob) {
      background: Highlight;
      border-color: Highlight;
    }
    :is(.knob:checked, [aria-checked='true'] > .knob)::before {
      background: HighlightText;
    }
  }
`;
