import { css } from 'lit';

/** Besides `button`: the kinds of buttons that a form has, links in running text, and the tokens of what lies above the page. */
export const controls = css`
  :host {
    --_surface: var(--masto-surface, light-dark(#ffffff, #23212b));
    --_edge: color-mix(in oklab, var(--_text) 54%, transparent); /* 3:1: the outline of a field */
    --_shadow: 0 1px 2px rgb(0 0 0 / 0.06), 0 10px 30px -8px light-dark(rgb(0 0 0 / 0.16), rgb(0 0 0 / 0.5));
    --_calm: 200ms cubic-bezier(0.2, 0.7, 0.2, 1);
    /* white or black, whichever reads better: at least 4.5:1 on any accent */
    --_on-accent: color(
      from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.9505) clamp(0, (0.179 - y) * 1e6, 1)
        clamp(0, (0.179 - y) * 1e6, 1.089)
    );
  }
  @supports not (color: color(from red xyz-d65 x y z)) {
    :host {
      --_on-accent: light-dark(#fff, #000);
    }
  }
  .button-primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button-primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button-quiet {
    background: none;
    color: var(--_accent);
  }
  .button-quiet:hover {
    background: var(--_tint);
  }
  .button-danger {
    background: none;
    color: var(--_danger);
  }
  .button-danger:hover {
    background: color-mix(in oklab, var(--_danger) 10%, transparent);
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    border-radius: var(--_corner);
    color: var(--_muted);
    transition: background var(--_quick);
  }
  .icon-button:hover {
    background: var(--_fill);
    color: var(--_text);
  }
  .icon-button:is([aria-pressed='true'], [aria-expanded='true']) {
    color: var(--_accent);
    background: var(--_tint);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2);
    align-items: center;
  }
  .buttons > .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere; /* a host or an address may stand on it */
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_underline);
    text-underline-offset: 0.2em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  @media (forced-colors: active) {
    .button-primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .button-primary[aria-disabled='true'] {
      border-color: GrayText;
      background: ButtonFace;
    }
    .icon-button:is([aria-pressed='true'], [aria-expanded='true']) {
      forced-color-adjust: none;
      color: Highlight;
    }
  }
  @media print {
    .buttons {
      display: none;
    }
  }
`;
