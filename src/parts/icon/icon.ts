import { html } from 'lit';

/** Icons on a 24 grid, drawn in the colour of the text. Without a visible word beside it, whoever uses one gives it a name. */
export const icon = (path: string, kind = '') =>
  html`<svg class="icon ${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** As `icon`, but 16 px. */
export const smallIcon = (path: string, kind = '') => icon(path, `icon-small ${kind}`);

export const alert =
  'M10.7 4.5 3.2 17.75A1.5 1.5 0 0 0 4.5 20h15a1.5 1.5 0 0 0 1.3-2.25L13.3 4.5a1.5 1.5 0 0 0-2.6 0zM12 9.5v4M12 16.75h.01';
export const asterism =
  'M12 3v6M9.4 4.5l5.2 3M14.6 4.5l-5.2 3M6.5 14v6M3.9 15.5l5.2 3M9.1 15.5l-5.2 3M17.5 14v6M14.9 15.5l5.2 3M20.1 15.5l-5.2 3';
export const boost = 'M4 13V9.5a3 3 0 0 1 3-3h11m-3-3 3 3-3 3M20 11v3.5a3 3 0 0 1-3 3H6m3 3-3-3 3-3';
export const edit = 'm4.5 19.5.8-3.9L16 4.9a1.75 1.75 0 0 1 2.5 0l.6.6a1.75 1.75 0 0 1 0 2.5L8.4 18.7zM14 7l3 3';
export const hide =
  'M4 4l16 16M9.9 5.9A9 9 0 0 1 12 5.65c4.3 0 7.5 3 9 6.35a12 12 0 0 1-2.5 3.6M6.3 7.4A12 12 0 0 0 3 12c1.5 3.35 4.7 6.35 9 6.35 1.6 0 3-.4 4.25-1.05M9.9 10a2.8 2.8 0 0 0 4 4';
export const image =
  'M6 4.5h12A2.5 2.5 0 0 1 20.5 7v10a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 17V7A2.5 2.5 0 0 1 6 4.5zM8.6 7.9a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM4 17.5l4.7-4.4a1.5 1.5 0 0 1 2 0l6.6 6.2M14 15.9l1.7-1.6a1.5 1.5 0 0 1 2 0l2.6 2.4';
export const lock =
  'M7 10.5h10a2 2 0 0 1 2 2v5.75a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V12.5a2 2 0 0 1 2-2zM8.25 10.5V7.75a3.75 3.75 0 0 1 7.5 0v2.75';
export const mention =
  'M12 8.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2zM15.6 8.4v4.5a2.45 2.45 0 0 0 4.9 0V12a8.5 8.5 0 1 0-3.4 6.8';
export const play = 'M8 5.4v13.2a.6.6 0 0 0 .9.5l10.4-6.6a.6.6 0 0 0 0-1L8.9 4.9a.6.6 0 0 0-.9.5z';
export const reply = 'm9.5 6.5-5.5 5.5 5.5 5.5M4.5 12H14a6 6 0 0 1 6 6v.5';
export const unlisted = 'M20 14.2A8.3 8.3 0 1 1 9.8 4a6.6 6.6 0 0 0 10.2 10.2z';
