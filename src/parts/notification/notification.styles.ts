import { css } from 'lit';
import { styles as context } from '../context/context.styles.js';
import { styles as person } from '../person/person.styles.js';
import { styles as held } from './held.styles.js';

const notification = css`
  .notification {
    display: grid;
    grid-template-columns: var(--_avatar) minmax(0, 1fr);
    column-gap: var(--_3);
    position: relative;
    max-inline-size: calc(var(--_measure) + var(--_avatar) + var(--_3));
  }
  .notification-sign {
    justify-self: end;
    color: var(--_muted);
    margin-block-start: 6px; /* centred on the faces */
  }
  .notification-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    min-inline-size: 0;
    padding-block-end: var(--_2);
  }
  .notification-head {
    display: flex;
    gap: var(--_3);
    align-items: start;
    justify-content: space-between;
  }
  .faces {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1);
    block-size: 32px; /* those that find no room are not shown */
    overflow: hidden;
  }
  .notification-time {
    color: var(--_muted);
    font-size: var(--_small);
    line-height: 32px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .notification-line {
    line-height: 1.4;
  }
  .notification-line,
  .notification-excerpt,
  .notification-facts,
  .notification-answered > span,
  .held-row > span,
  .held-count {
    /* in whatever language it is said, on whatever page; beside its sign */
    unicode-bidi: plaintext;
    text-align: left; /* match-parent would say so, but for Chromium */
  }
  :is(.notification, .held, .held-row):dir(rtl)
    :is(.notification-line, .notification-excerpt, .notification-facts, .held-count, span) {
    text-align: right;
  }
  .notification-line b {
    font-weight: 600;
  }
  .notification-line a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .notification-line .custom-emoji {
    margin-block: -0.1em;
  }
  .notification-excerpt,
  .notification-facts,
  .notification-answered {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .notification-excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  a.notification-excerpt:hover {
    color: var(--_text);
  }
  .notification-facts > li {
    unicode-bidi: plaintext;
    text-align: inherit;
  }
  .notification-way {
    font-size: var(--_small);
  }
  .notification-way > .link {
    display: inline-block;
    padding-block: 2px;
  }
  .notification-answered {
    display: flex;
    gap: 6px;
    align-items: center;
    min-block-size: var(--_target);
  }
  .notification .buttons {
    margin-block-start: var(--_1);
  }
  .notification-whole {
    --_indent: calc(var(--_avatar) + var(--_3));
    position: relative;
    max-inline-size: calc(var(--_measure) + var(--_indent));
  }
  .notification-whole > .post-context {
    padding-inline-end: 28px; /* room for what dismisses it */
  }
  .unread::after {
    content: '';
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 0;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .notification-whole.unread::after {
    inset-block-start: 6px;
  }
  .dismiss {
    position: absolute;
    z-index: 1;
    inset-block-start: -4px;
    inset-inline-end: 0;
    place-items: center end; /* 40 px to touch, its sign on the edge */
  }
  .dismiss:hover {
    background: none;
  }
  .notification-whole > .dismiss {
    inset-block-start: -10px;
  }
  @media (hover: hover) {
    .dismiss:not(:focus-visible) {
      opacity: 0;
    }
    :is(.notification, .notification-whole):hover > .dismiss {
      opacity: 1;
    }
    /* it takes the time's place */
    .notification:is(:hover, :has(.dismiss:focus-visible)) .notification-time {
      visibility: hidden;
    }
  }
  @media (hover: none) {
    .notification-head {
      padding-inline-end: 28px;
    }
  }
  @container (inline-size < 26em) {
    .notification {
      --_avatar: 20px; /* the sign's own width */
    }
    .notification-whole {
      --_avatar: var(--masto-avatar-size, 40px);
      --_indent: 0px;
    }
    .unread::after {
      inset-block-start: 38px;
      inset-inline-start: 6px;
    }
    .notification-whole.unread::after {
      inset-block-start: 6px;
      inset-inline: auto 0; /* nothing hangs here; it gives way to what dismisses it */
    }
  }
  @container (inline-size < 26em) {
    @media (hover: none) {
      .notification-whole.unread::after {
        inset-inline-end: 32px;
      }
    }
    @media (hover: hover) {
      .notification-whole:is(:hover, :has(.dismiss:focus-visible))::after {
        opacity: 0;
      }
    }
  }
  @media (pointer: coarse) {
    .notification-way > .link,
    a.notification-excerpt {
      min-block-size: var(--_target);
      align-content: center;
    }
  }
  @media (forced-colors: active) {
    .unread::after {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  @media print {
    .notification,
    .notification-whole {
      break-inside: avoid;
    }
    .dismiss {
      display: none;
    }
  }
`;

/** With the sheets of faces and of what stands above a post. */
export const styles = [person, context, notification, held];
