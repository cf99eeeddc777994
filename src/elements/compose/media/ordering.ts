/** Less is a press by a trembling hand. */
const trembling = 8;

interface Hold {
  readonly item: Element;
  readonly x: number;
  readonly y: number;
  moved: boolean;
}

/** Lets tiles be put into another order by a pointer that drags one of them over the others. */
export class Ordering {
  /** A press that has dragged is no click. */
  dragged = false;
  #hold: Hold | undefined;

  /** @param move puts one to another place; gives back what stands there then, once it is drawn */
  constructor(private readonly move: (from: number, to: number) => void) {}

  readonly take = ({ target, button, clientX: x, clientY: y }: PointerEvent): void => {
    this.dragged = false;
    const item = (target as Element).closest('li');
    if (button === 0 && item && !(target as Element).closest('.upload-close'))
      this.#hold = { item, x, y, moved: false };
  };

  readonly follow = (event: PointerEvent): void => {
    const { clientX: x, clientY: y, pointerId, isTrusted } = event;
    const list = event.currentTarget as HTMLElement;
    const hold = this.#hold;
    if (!hold || (!hold.moved && Math.hypot(x - hold.x, y - hold.y) < trembling)) return;
    if (!hold.moved) {
      this.dragged = hold.moved = true;
      hold.item.classList.add('upload-held');
      // The list, not the tile: that one is moved, and would lose it. What tests dispatch is no pointer that could be caught.
      if (isTrusted) list.setPointerCapture(pointerId);
    }
    const tiles = [...list.children];
    const from = tiles.indexOf(hold.item);
    const to = tiles.findIndex((tile) => {
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    if (from >= 0 && to >= 0 && to !== from) this.move(from, to);
  };

  readonly drop = (): void => {
    this.#hold?.item.classList.remove('upload-held');
    this.#hold = undefined;
  };
}
