import { css } from 'lit';

/** Beside `link-card.styles`: what plays in a card, and who wrote what it leads to. */
export const styles = css`
  .card-player:hover {
    background: var(--_fill);
  }
  .player {
    position: relative;
    aspect-ratio: 16 / 9;
    overflow: clip;
    background: #16151a;
  }
  .player :is(iframe, .player-start, img) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border: 0;
    aspect-ratio: auto;
    object-fit: cover;
  }
  .player-start:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -4px;
  }
  .player-disc {
    position: absolute;
    inset: 0;
    margin: auto;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border: 1px solid transparent;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    transition: background var(--_quick);
  }
  .player-start:hover .player-disc {
    background: rgb(0 0 0 / 0.82);
  }
  .player-host {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    padding: 2px 7px;
    border-radius: 6px;
    background: rgb(0 0 0 / 0.64);
    color: #fff;
    font-size: max(0.75em, 12px);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .player-foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_target);
    align-items: center;
    padding-inline-end: var(--_2);
  }
  .player-foot > a:hover .card-title {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .card-more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_2);
    min-block-size: var(--_target);
    color: var(--_muted);
    font-size: var(--_small);
  }
  .card-more a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .card-more a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .card-more img:not(.custom-emoji) {
    inline-size: 20px;
    block-size: 20px;
    border-radius: var(--_avatar-radius);
    object-fit: cover;
  }
  @media (forced-colors: active) {
    .player-disc,
    .player-host {
      border: 1px solid ButtonBorder;
    }
  }
  @media print {
    .player :is(iframe, .player-disc, .player-host) {
      display: none;
    }
  }
`;
