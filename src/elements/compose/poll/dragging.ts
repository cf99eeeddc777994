/** Lets rows be put into another order by a pointer that has hold of their handles. */
export class Dragging {
  /** Where the row stands that is being moved. */
  at: number | undefined;

  /** @param rows of what stands below `root` @param move puts one to another place */
  constructor(
    private readonly rows: string,
    private readonly move: (from: number, to: number) => void,
    private readonly redraw: () => void,
  ) {}

  /** A handle of a row has been taken hold of. */
  take(handle: HTMLElement, at: number, { pointerId }: PointerEvent): void {
    handle.setPointerCapture(pointerId); // wherever it goes
    this.at = at;
    this.redraw();
  }

  readonly follow = ({ currentTarget, clientY }: PointerEvent): void => {
    if (this.at === undefined) return;
    const from = this.at;
    const middles = [...(currentTarget as Element).querySelectorAll(this.rows)].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    const to = middles.filter((middle, at) => at !== from && middle < clientY).length;
    if (to === from) return;
    this.at = to;
    this.move(from, to);
  };

  readonly drop = (): void => {
    if (this.at === undefined) return;
    this.at = undefined;
    this.redraw();
  };
}
