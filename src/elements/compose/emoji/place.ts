/** Px between it and the window's edge, and from its button. */
const [margin, gap] = [8, 4];

/** Puts what lies above the page under its button; above it, or beside the edge, where there is no room. */
export function place(above: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = above;
  const { clientWidth, clientHeight } = document.documentElement;
  const begin = getComputedStyle(above).direction === 'rtl' ? right - width : left;
  const below = bottom + gap + height <= clientHeight - margin ? bottom + gap : top - gap - height;
  const inside = (at: number, size: number, room: number) => Math.max(margin, Math.min(at, room - size - margin));
  above.style.left = `${inside(begin, width, clientWidth)}px`;
  above.style.top = `${inside(below, height, clientHeight)}px`;
}
