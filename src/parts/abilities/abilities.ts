import { html, type TemplateResult } from 'lit';
import { smallIcon } from '../icon/icon.js';

/** What somebody may do, or never can, each line with its sign. */
export interface Lines {
  readonly title: string;
  readonly lines: readonly string[];
  /** Path of the sign. */
  readonly sign: string;
}

/** A heading with a list below. @param kind a class: `not` for what cannot be */
export const abilities = ({ title, lines, sign }: Lines, kind = ''): TemplateResult => html`
  <div class=${kind}>
    <h3>${title}</h3>
    <ul>${lines.map((line) => html`<li>${smallIcon(sign)}<span>${line}</span></li>`)}</ul>
  </div>
`;
