import { html, type TemplateResult } from 'lit';
import { smallIcon } from '../icon/icon.js';

const up = 'M12 19V5.5M6 11l6-6 6 6';

/** A button that floats above a list, in a `.pill-place`: what waits there. @param value what it does @param sign its icon; an arrow upwards */
export const pill = (value: string, text: string, sign: unknown = smallIcon(up)): TemplateResult =>
  html`<button class="pill" part="pill" type="button" value=${value}>${sign}<bdi>${text}</bdi></button>`;
