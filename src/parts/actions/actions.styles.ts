import { css } from 'lit';

export const styles = css`
  .actions {
    display: grid;
    grid-template-columns: repeat(4, minmax(var(--_target), 6em)) minmax(var(--_target), 1fr);
  }
  .action {
    display: flex;
    align-items: center;
    gap: 6px;
    justify-self: start;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    padding-inline-end: 10px;
    border-radius: var(--_corner);
    color: var(--_muted);
    font-size: max(0.8125em, 12px);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    transition: color var(--_quick);
  }
  .action[hidden] {
    display: flex !important; /* the others keep their places */
    visibility: hidden;
  }
  .action::before {
    /* the outlines of the icons of parts/icon, 20 px */
    content: '';
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    background: currentColor;
  }
  .reply::before {
    clip-path: path('m7.4 4.9-4.58 4.58a.73 .73 0 0 0 0 1.03l4.58 4.58a.73 .73 0 0 0 1.03 0 .73 .73 0 0 0 0-1.03L5.09 10.73H11.67c2.37 0 4.27 1.9 4.27 4.27v.42A.73 .73 0 0 0 16.67 16.15 .73 .73 0 0 0 17.4 15.42V15c0-3.16-2.57-5.73-5.73-5.73H5.09L8.43 5.93a.73 .73 0 0 0 0-1.03 .73 .73 0 0 0-1.03 0z');
  }
  .reply:dir(rtl)::before {
    transform: scaleX(-1);
  }
  .boost::before {
    clip-path: path('m11.98 2.4a.73 .73 0 0 0 0 1.03L13.24 4.69H5.83C4.06 4.69 2.6 6.14 2.6 7.92V10.83A.73 .73 0 0 0 3.33 11.56 .73 .73 0 0 0 4.06 10.83V7.92C4.06 6.93 4.85 6.15 5.83 6.15h7.41l-1.25 1.25a.73 .73 0 0 0 0 1.03 .73 .73 0 0 0 1.03 0l2.5-2.5A.73 .73 0 0 0 15.73 5.42 .73 .73 0 0 0 15.52 4.9l-2.5-2.5a.73 .73 0 0 0-1.03 0zM16.67 8.44A.73 .73 0 0 0 15.94 9.17v2.92c0 .99-.78 1.77-1.77 1.77H6.76l1.25-1.25a.73 .73 0 0 0 0-1.03 .73 .73 0 0 0-1.03 0l-2.5 2.5A.73 .73 0 0 0 4.27 14.58 .73 .73 0 0 0 4.48 15.1l2.5 2.5a.73 .73 0 0 0 1.03 0 .73 .73 0 0 0 0-1.03L6.76 15.31H14.17c1.77 0 3.23-1.45 3.23-3.23V9.17A.73 .73 0 0 0 16.67 8.44Z');
  }
  .favourite::before {
    clip-path: path('M10 2.4A.73 .73 0 0 0 9.35 2.8L7.35 6.83 2.89 7.49a.73 .73 0 0 0-.4 1.24L5.72 11.88 4.95 16.33a.73 .73 0 0 0 1.06 .77L10 14.99 13.99 17.1A.73 .73 0 0 0 15.05 16.33l-.77-4.46 3.23-3.15A.73 .73 0 0 0 17.11 7.49L12.65 6.83 10.65 2.8A.73 .73 0 0 0 10 2.4Zm0 2.37 1.51 3.06a.73 .73 0 0 0 .55 .4l3.38 .49-2.45 2.39a.73 .73 0 0 0-.21 .65l.58 3.37-3.02-1.6a.73 .73 0 0 0-.68 0l-3.02 1.6 .58-3.37a.73 .73 0 0 0-.21-.65l-2.45-2.39 3.38-.49A.73 .73 0 0 0 8.49 7.82Z');
  }
  .bookmark::before {
    clip-path: path('m6.04 2.4c-.85 0-1.56 .71-1.56 1.56v12.92a.73 .73 0 0 0 1.16 .59L10 14.24 14.36 17.46A.73 .73 0 0 0 15.52 16.88V3.96c0-.85-.71-1.56-1.56-1.56zm0 1.46h7.92c.07 0 .1 .04 .1 .1v11.47l-3.63-2.68a.73 .73 0 0 0-.87 0L5.94 15.43V3.96c0-.07 .04-.1 .1-.1z');
  }
  .more {
    justify-self: end;
    justify-content: end;
    padding: 0;
  }
  .more::before {
    clip-path: path('m4.6 8.85a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3zm5.4 0a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3zm5.4 0a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3z');
  }
  .action:hover {
    color: var(--_accent);
  }
  @container (inline-size < 19em) {
    .actions {
      grid-template-columns: repeat(4, 1fr) auto;
    }
  }
  @media (forced-colors: active) {
    .action::before {
      forced-color-adjust: none;
      background: LinkText;
    }
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
