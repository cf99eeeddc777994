import { html, nothing } from 'lit';

/** What the text looks like: a page may have changed it from outside, by `::part(field)`. */
const copied =
  'font-family font-size font-stretch font-style font-weight letter-spacing line-height padding-block-end padding-block-start ' +
  'padding-inline-end padding-inline-start tab-size text-indent text-transform word-spacing';

/** So much of what is too much is laid out a second time; below it all is marked. Chromium takes seconds for a long line of emoji. */
const much = 3000;

/** The text once more, behind itself and unseen but for what is too much of it. @param beyond where that begins */
export function marks(text: string, beyond: number | undefined): unknown {
  if (beyond === undefined) return nothing;
  const [good, over] = [text.slice(0, beyond), text.slice(beyond, beyond + much)];
  const rest = text.length > beyond + much ? html`<div class="compose-mark"></div>` : '\u200b';
  // prettier-ignore
  return html`<div class="compose-marks" dir="auto" aria-hidden="true">${good}<mark class="compose-mark">${over}</mark>${rest}</div>`;
}

/** Lays the marks where the text is, as far as it is scrolled. */
export function align(box: HTMLElement | undefined): void {
  const under = box?.parentElement?.querySelector<HTMLElement>('.compose-marks');
  if (!box || !under) return;
  const look = getComputedStyle(box);
  for (const name of copied.split(' ')) under.style.setProperty(name, look.getPropertyValue(name));
  const bar = box.offsetWidth - box.clientWidth;
  const side = look.direction === 'rtl' ? 'left' : 'right';
  under.style.direction = look.direction;
  under.style.setProperty(`border-${side}-width`, `${bar}px`);
  const rest = under.querySelector('div');
  if (rest) rest.style.blockSize = `${box.scrollHeight}px`;
  under.scrollTop = box.scrollTop;
}
