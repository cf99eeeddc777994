/** What decides where the letters of a text stand. */
const copied = [
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-stretch', 'font-feature-settings', 'line-height'],
  ...['letter-spacing', 'word-spacing', 'text-indent', 'tab-size', 'padding', 'direction', 'unicode-bidi'],
  ...['text-align', 'white-space', 'overflow-wrap', 'word-break', 'line-break'],
];

/** Behind so many letters a mirror takes long: then the box's end has to do. */
const far = 8000;

/** A place in the text, seen from the box's corner, unscrolled. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** How high the line is. */
  readonly line: number;
}

/** Where a letter of the text stands: no browser says, so it is measured on a copy. Undefined when it stands too far in. */
export function spotOf(box: HTMLTextAreaElement, at: number): Spot | undefined {
  if (at > far) return undefined;
  const mirror = document.createElement('div');
  const style = getComputedStyle(box);
  for (const name of copied) mirror.style.setProperty(name, style.getPropertyValue(name));
  mirror.style.cssText += `;position:fixed;top:0;left:0;visibility:hidden;inline-size:${box.clientWidth}px`;
  const sign = document.createElement('span');
  sign.textContent = /^\S{1,50}/u.exec(box.value.slice(at))?.[0] ?? '.'; // a word moves to the next line as a whole
  mirror.append(box.value.slice(0, at), sign);
  box.after(mirror);
  const [from, to] = [mirror.getBoundingClientRect(), sign.getClientRects()[0]!];
  mirror.remove();
  const x = (style.direction === 'rtl' ? to.right : to.left) - from.left + box.clientLeft;
  return { x, y: to.top - from.top + box.clientTop, line: to.height };
}

const between = (least: number, value: number, highest: number) => Math.max(least, Math.min(highest, value));

/** Puts a list under a place in the text, or above where there is more room; never over the edge of what is seen. */
export function placeAt(list: HTMLElement, box: HTMLTextAreaElement, spot: Spot | undefined): void {
  const edge = 8;
  const frame = box.getBoundingClientRect();
  const { offsetTop = 0, offsetLeft = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  const [first, last] = [offsetTop + edge, offsetTop + height - edge];
  const line = spot?.line ?? 0;
  // The line may have been scrolled out of the box: then the box's edge.
  const top = spot ? between(frame.top, frame.top + spot.y - box.scrollTop, frame.bottom - line) : frame.bottom;
  const [above, below] = [top - 4, top + line + 4];
  const { style } = list;
  style.maxBlockSize = '';
  const up = below + list.offsetHeight > last && above - first > last - below;
  style.maxBlockSize = `${between(96, up ? above - first : last - below, 336)}px`;
  const rtl = getComputedStyle(box).direction === 'rtl';
  const x = frame.left + (spot ? spot.x : rtl ? frame.width : 0) - (rtl ? list.offsetWidth : 0);
  style.left = `${between(offsetLeft + edge, x, offsetLeft + width - edge - list.offsetWidth)}px`;
  style.top = `${between(first, up ? above - list.offsetHeight : below, last - list.offsetHeight)}px`;
}
