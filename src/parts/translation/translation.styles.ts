import { css } from 'lit';

export const styles = css`
  .translation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_3);
    min-block-size: var(--_target);
    margin-block-start: var(--_1);
    color: var(--_muted);
    font-size: var(--_small);
    line-height: 1.4;
  }
  .translation-said {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .translation-said > span {
    unicode-bidi: plaintext;
  }
  .translation-said:empty {
    display: none;
  }
  .button-translate {
    gap: 6px;
    padding-inline: 10px;
    margin-inline: -10px;
    background: none;
    color: var(--_accent);
    font-size: 1em;
    font-weight: 600;
    text-align: start;
  }
  .button-translate:hover {
    background: var(--_tint);
  }
  .translation > .refusal {
    flex: 1 1 100%;
    font-size: 1em;
    color: var(--_text);
  }
  @media print {
    .button-translate {
      display: none;
    }
  }
`;
