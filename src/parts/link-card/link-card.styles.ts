import { css } from 'lit';

export const styles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 104px;
    border: 0 solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
    overflow: clip;
    transition: background var(--_quick);
  }
  .card:hover {
    background: var(--_fill-strong);
  }
  .card img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 104px;
    object-fit: cover;
    background: var(--_fill-strong);
  }
  .card-plain,
  .card-large {
    grid-template-columns: minmax(0, 1fr);
  }
  .card-large img {
    order: -1;
    block-size: auto;
    aspect-ratio: 1.91;
    min-block-size: 0;
  }
  .card-text {
    display: grid;
    align-content: center;
    gap: 2px;
    padding: var(--_3) var(--_4);
    min-inline-size: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .card-site {
    font-size: var(--_small);
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card-title,
  .card-about {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .card-title {
    font-weight: 600;
    text-wrap: pretty;
  }
  .card-about {
    font-size: var(--_small);
    color: var(--_muted);
  }
  @container (inline-size < 26em) {
    .card {
      grid-template-columns: minmax(0, 1fr) 84px;
    }
    .card-plain,
    .card-large {
      grid-template-columns: minmax(0, 1fr);
    }
    .card-text {
      padding-inline: var(--_3);
    }
    .card:not(.card-large) .card-about {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid ButtonBorder;
    }
  }
`;
