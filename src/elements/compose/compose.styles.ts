import { css } from 'lit';
import { styles as field } from '../../parts/field/field.styles.js';
import { styles as person } from '../../parts/person/person.styles.js';
import { styles as setting } from '../../parts/setting/setting.styles.js';
import { button } from '../../styles/button.js';
import { controls } from '../../styles/controls.js';
import { host } from '../../styles/host.js';

const compose = css`
  .compose {
    position: relative;
    display: grid;
    grid-template:
      'context context context'
      'face head head'
      'title title title'
      'text text text'
      'pieces pieces pieces'
      'say say say'
      'tools tools end' / auto minmax(0, 1fr) auto;
    align-items: center;
    max-inline-size: calc(var(--_measure) + 4em);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    transition: border-color var(--_quick);
  }
  .compose:not(.compose-over):has(:is(textarea, input):focus) {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .compose-over {
    border-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }
  .compose-dropping {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 10%, transparent);
    outline: 2px dashed var(--_accent);
    outline-offset: -2px;
  }
  .compose-context {
    grid-area: context;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_2);
    min-block-size: 44px;
    padding-inline: var(--_4) 2px;
    border-block-end: 1px solid var(--_line);
    font-size: var(--_small);
    color: var(--_muted);
  }
  .compose-context > p {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  .compose-context b {
    font-weight: 600;
  }
  .compose-context .custom-emoji {
    inline-size: 1.25em;
    block-size: 1.25em;
    object-fit: contain;
    vertical-align: -0.25em;
  }
  .compose > .avatar {
    grid-area: face;
    margin-block-start: 8px;
    margin-inline-start: 10px;
  }
  .compose-head {
    grid-area: head;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1);
    padding-block-start: 8px;
    padding-inline: 8px 10px;
  }
  .compose-title,
  .compose-text {
    inline-size: 100%;
    border: 0;
    border-radius: 0;
    outline: 0;
    background: none;
    font-size: max(1em, 16px); /* under 16 px a phone zooms in */
    line-height: 1.5;
  }
  .compose-title {
    grid-area: title;
    min-block-size: 44px;
    padding: 8px var(--_4);
    border-block-end: 1px solid var(--_line);
    font-weight: 600;
  }
  .compose-text {
    grid-area: text;
    display: block;
    min-block-size: 6.5em;
    max-block-size: max(60vh, 12em);
    padding: var(--_2) var(--_4) var(--_3);
    resize: none;
    field-sizing: content;
  }
  .compose-marks {
    grid-area: text;
    position: absolute;
    inset: 0;
    overflow: hidden;
    border: 0 solid transparent; /* as wide as the scroll bar */
    color: transparent;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    unicode-bidi: plaintext;
    pointer-events: none;
    user-select: none;
  }
  .compose-mark {
    border-radius: 2px;
    background: color-mix(in oklab, var(--_danger) 22%, transparent);
    color: transparent;
    text-decoration: underline var(--_danger);
  }
  .compose-text {
    position: relative; /* over the marks */
  }
  .compose ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .compose-pieces {
    grid-area: pieces;
  }
  .piece {
    margin-inline: var(--_4);
    margin-block-end: var(--_3);
  }
  .compose-say {
    grid-area: say;
    padding-inline: var(--_4);
  }
  .compose-said {
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .hints {
    margin-block: 0;
  }
  .compose-said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_2);
    margin-block: 2px 6px;
    min-block-size: var(--_target);
  }
  .compose-said > .icon {
    align-self: start;
    margin-block-start: 11px;
  }
  .compose-said > p {
    flex: 1 1 12em;
    padding-block: 8px;
  }
  .compose-said .button {
    font-size: 1em;
  }
  .compose-said .link {
    display: inline-grid;
    align-items: center;
    min-block-size: var(--_target);
  }
  [role='alert'] > .compose-said > :is(.icon, p) {
    color: var(--_danger);
  }
  .compose-tools {
    grid-area: tools;
    display: flex;
    flex-wrap: wrap;
    padding: 4px 6px 6px;
  }
  .compose-end {
    grid-area: end;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: var(--_2);
    padding: 4px 6px 6px;
  }
  .count {
    min-inline-size: 2.75em; /* three figures and their room */
    padding-inline: 6px;
    text-align: end;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  .compose-over .count {
    color: var(--_danger);
    font-weight: 600;
  }
  /* the small one, while nothing is being written */
  .compose-resting {
    grid-template:
      'face text end'
      'say say say' / auto minmax(0, 1fr) auto;
  }
  .compose-resting > .avatar {
    margin-block-start: 0;
    margin-inline-start: 6px;
  }
  .compose-resting .compose-text {
    min-block-size: var(--_target);
    padding: 8px 10px;
  }
  .compose-resting > :is(.compose-context, .compose-head, .compose-title, .compose-tools, .compose-pieces),
  .compose-resting .count {
    display: none;
  }
  .compose-resting .compose-end {
    padding: 6px;
  }
  @container (inline-size < 26em) {
    .compose > .avatar {
      display: none;
    }
    .compose-head {
      row-gap: 0;
      padding-inline-start: 6px;
    }
    /* the tools need the whole width */
    .compose:not(.compose-resting) {
      grid-template:
        'context context context'
        'head head head'
        'title title title'
        'text text text'
        'pieces pieces pieces'
        'say say say'
        'tools tools tools'
        'end end end' / auto minmax(0, 1fr) auto;
    }
    .compose:not(.compose-resting) > .compose-tools {
      padding-block-end: 0;
    }
  }
  @media (forced-colors: active) {
    .compose:has(:is(textarea, input):focus) {
      outline: 2px solid Highlight;
    }
    .compose.compose-over {
      outline: 2px dashed CanvasText; /* over the focus as well */
    }
  }
  @media print {
    .compose {
      display: none;
    }
  }
`;

export const styles = [host, button, controls, field, person, setting, compose];
