import { css } from 'lit';

/** What floats above a list and takes no room. */
export const styles = css`
  .pill-place {
    position: sticky;
    inset-block-start: 30px;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    justify-content: center;
    block-size: 0; /* no height of its own: nothing jumps when it comes */
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_target);
    margin-block-start: -22px;
    padding-inline: 14px 18px;
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: var(--masto-surface, light-dark(#ffffff, #23212b));
    color: var(--_accent);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 10px 30px -8px light-dark(rgb(0 0 0 / 0.16), rgb(0 0 0 / 0.5));
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .pill:hover {
    border-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .pill {
      border-color: ButtonBorder;
    }
  }
  @media print {
    .pill-place {
      display: none;
    }
  }
`;
