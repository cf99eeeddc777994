/** Px between it and the window's edge, and from its button. */
const [margin, gap] = [8, 4];
/** Px: as high as it would be, and as low as it can be. */
const [tall, low] = [422, 240];

/** Puts what lies above the page under its button, or above it where there is more room; it takes no more than there is. */
export function place(above: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const [over, under] = [top - gap - margin, clientHeight - bottom - gap - margin];
  const isUnder = under >= Math.min(tall, over);
  above.style.setProperty('--_room', `${Math.max(low, Math.min(tall, isUnder ? under : over))}px`);
  const { offsetWidth: width, offsetHeight: height } = above;
  const begin = getComputedStyle(above).direction === 'rtl' ? right - width : left;
  const inside = (at: number, size: number, room: number) => Math.max(margin, Math.min(at, room - size - margin));
  above.style.left = `${inside(begin, width, clientWidth)}px`;
  above.style.top = `${inside(isUnder ? bottom + gap : top - gap - height, height, clientHeight)}px`;
}
