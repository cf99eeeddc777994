import { css } from 'lit';

export const styles = css`
  .author {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: var(--_3);
    align-items: start;
  }
  .author-names {
    display: block;
    line-height: 1.3;
    min-inline-size: 0;
  }
  .author > :is(.author-names, .author-side) {
    /* centred on the avatar, level with its top where the page's type is larger */
    min-block-size: max(var(--_avatar), var(--_target));
    align-content: center;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: var(--_avatar);
    aspect-ratio: 1;
    flex: none;
    border-radius: var(--_avatar-radius);
    overflow: clip;
    background: var(--_fill-strong);
    color: var(--_muted);
    font-weight: 600;
    line-height: 1;
    user-select: none;
    outline: 1px solid var(--_line);
    outline-offset: -1px;
  }
  .avatar img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .name,
  .handle {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: left; /* a name runs its own way, but stands beside the avatar; match-parent would say so, but for Chromium */
  }
  .author-names:dir(rtl) > * {
    text-align: right;
  }
  .name {
    font-weight: 600;
  }
  .name .custom-emoji {
    margin-block: -0.1em;
  }
  .author-names:hover .name {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .handle {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .author-side {
    display: grid;
    justify-items: end;
    line-height: 1.3;
    color: var(--_muted);
  }
  .time {
    position: relative;
    font-size: var(--_small);
    line-height: 1;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .time::after {
    /* 40 px to touch without drawing larger */
    content: '';
    position: absolute;
    inset-block: -14px;
    inset-inline: -24px 0;
  }
  .time:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .marks {
    display: flex;
    gap: 6px;
    align-items: center;
    min-block-size: 1.3em;
    font-size: var(--_small);
  }
  .mark {
    /* 40 px to touch, where the time above and the words below leave room */
    position: relative;
    padding-block: 4px 20px;
    padding-inline-start: 24px;
    margin-block: -4px -20px;
    margin-inline-start: -24px;
  }
  .mark:hover {
    color: var(--_accent);
  }
  .tag-word {
    font-size: 12px;
    font-weight: 500;
    color: var(--_muted);
    border: 1px solid var(--_line);
    border-radius: 4px;
    padding: 0 4px;
    line-height: 1.4;
  }
  @container (inline-size < 26em) {
    .author {
      column-gap: 10px;
    }
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid ButtonBorder;
    }
  }
`;
