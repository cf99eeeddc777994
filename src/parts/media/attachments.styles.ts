import { css } from 'lit';

/** What only many pictures, films, sounds and files need. */
export const styles = css`
  .media-5 {
    grid-template: 3fr 2fr / repeat(6, 1fr);
    aspect-ratio: 4 / 3;
  }
  .media-5 > * {
    grid-column: span 2;
  }
  .media-5 > :nth-child(-n + 2) {
    grid-column: span 3;
  }
  .media-6 {
    grid-template: 1fr 1fr / repeat(3, 1fr);
    aspect-ratio: 3 / 2;
  }
  .media-more {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    background: rgb(0 0 0 / 0.56);
    pointer-events: none; /* what is pressed is the picture below */
    color: #fff;
    font-size: clamp(20px, 7cqi, 34px);
    font-weight: 650;
    unicode-bidi: plaintext; /* the plus comes first in every script */
  }
  .media-more > span {
    unicode-bidi: plaintext;
  }
  .media-film > .media-open {
    display: grid;
    place-items: center;
    cursor: pointer;
  }
  .film {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    background: none;
  }
  .film:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -4px;
  }
  .media-begun > .alt {
    inset-block: 0 auto;
    align-items: start;
  }
  .play {
    display: grid;
    place-items: center;
    inline-size: 60px;
    block-size: 60px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    transition: background var(--_quick);
  }
  .media-6 .play {
    inline-size: 44px;
    block-size: 44px;
  }
  .media-open:hover > :is(.play, .chip) {
    background: #000;
  }
  .media-failed .chip {
    max-inline-size: calc(100% - 16px);
    padding: 8px 14px;
    font-size: max(0.8125em, 13px);
  }
  .media-length {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    pointer-events: none;
    font-variant-numeric: tabular-nums;
  }
  .media-files {
    display: grid;
    gap: var(--_1);
  }
  .media + .media-files,
  .media-files + .media-files {
    margin-block-start: var(--_2);
  }
  .media-file,
  .media-sound {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_3);
    align-items: center;
    min-block-size: 44px;
    padding: 6px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: var(--_small);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .media-file:hover {
    background: var(--_fill-strong);
  }
  .media-file > .icon,
  :is(.media-file, .media-sound) small {
    color: var(--_muted);
  }
  :is(.media-file, .media-sound) small {
    display: block;
    font-size: max(0.86em, 12px); /* of what is small already */
    font-variant-numeric: tabular-nums;
  }
  .media-name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .media-sound {
    grid-template-columns: auto minmax(0, 1fr) auto;
    row-gap: var(--_2);
    padding: var(--_2) var(--_3);
  }
  .media-cover {
    position: relative;
    inline-size: 72px;
    aspect-ratio: 1;
    overflow: clip;
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_fill-strong);
  }
  .media-cover img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: var(--_focus, 50% 50%);
  }
  .media-sound figcaption {
    grid-column: 2;
    min-inline-size: 0;
  }
  .media-sound figcaption:first-child {
    grid-column: 1 / 3;
  }
  .media-sound .alt {
    position: static;
    align-items: center;
    justify-content: end;
    padding-inline-end: 0;
  }
  .media-sound .chip {
    font-size: max(0.86em, 12px);
  }
  .media-sound :is(audio, .media-broken) {
    grid-column: 1 / -1;
    inline-size: 100%;
  }
  .media-sound audio {
    block-size: 44px;
  }
  .media-broken {
    color: var(--_accent);
    min-block-size: var(--_target);
    align-content: center;
  }
  .media-sound-covered {
    display: grid;
    border-radius: var(--_radius);
    overflow: clip;
  }
  .media-sound-covered > * {
    min-block-size: 72px;
  }
  @media (forced-colors: active) {
    .play,
    .media-file,
    .media-sound {
      border-color: ButtonBorder;
    }
    .media-more {
      forced-color-adjust: none;
    }
  }
  @media print {
    .play,
    .media-sound audio {
      display: none;
    }
  }
`;
