import { Gestures } from './gestures.js';
import { covers, fitted, held, largest, type Point, scaled, type Size, type View, whole } from './view.js';

/** What a stage asks of the box around it. */
export interface StageOwner {
  /** The shape of what is shown in px, undefined while nothing is known of it or when it is no picture. */
  size(): Size | undefined;
  /** Goes on by so many. */
  go(by: number): void;
  close(): void;
  /** The view has changed. */
  changed(): void;
}

/** Where a swipe becomes one: so far, or so fast (px a ms). */
const far = 90;
const fast = 0.5;

/** The place where pictures are enlarged, moved and swiped. Styles are set here, past the template: a finger is faster than that. */
export class Stage {
  view: View = whole;
  readonly #gestures: Gestures;
  #box: HTMLElement | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly owner: StageOwner,
  ) {
    this.#gestures = new Gestures(stage, this);
    new ResizeObserver(() => this.#show(this.view)).observe(stage);
  }

  get isZoomed(): boolean {
    return this.view.scale > 1;
  }

  get isLargest(): boolean {
    return this.view.scale >= largest;
  }

  /** Another picture is shown now. */
  take(box: HTMLElement | null): void {
    if (this.#box === (box ?? undefined)) return;
    this.#box?.style.removeProperty('transform');
    this.#box = box ?? undefined;
    this.view = whole;
    this.#slide(0);
  }

  /** Larger or smaller, around a point or the middle. */
  scale(factor: number, at?: Point): void {
    if (this.#box) this.#show(scaled(this.view, factor, at));
  }

  reset(): void {
    this.#show(whole);
  }

  /** Moves what is enlarged. */
  pan(by: Point): void {
    const { scale, x, y } = this.view;
    this.#show({ scale, x: x + by.x, y: y + by.y });
  }

  /** As `pan` for one finger; what is not enlarged is swiped. */
  drag(by: Point, since: Point): void {
    if (this.isZoomed) return this.pan(by);
    this.stage.classList.add('is-dragged');
    if (Math.abs(since.x) >= Math.abs(since.y)) this.#slide(since.x);
  }

  drop(since: Point, speed: number): void {
    this.stage.classList.remove('is-dragged');
    if (this.isZoomed) return;
    this.#slide(0);
    const [x, y] = [Math.abs(since.x), Math.abs(since.y)];
    if (Math.max(x, y) < 30 || (Math.max(x, y) < far && speed < fast)) return;
    if (y > x) return y > far ? this.owner.close() : undefined;
    const isBack = since.x > 0 !== this.#isRightToLeft;
    this.owner.go(isBack ? -1 : 1);
  }

  pinch(factor: number, around: Point, by: Point): void {
    this.scale(factor, around);
    if (this.isZoomed) this.pan(by);
  }

  /** Outside the picture it closes the box; on it, a click of a mouse or two of a finger enlarge it, or take it back. */
  tap(at: Point, times: number, kind: string): void {
    const fit = this.#fit;
    if (!fit || !covers(this.view, fit, at)) return this.owner.close();
    if (kind !== 'mouse' && times < 2) return;
    if (this.isZoomed) return this.reset();
    const natural = this.owner.size();
    this.scale(Math.max(2, Math.min(4, natural ? natural.width / fit.width : 2.5)), at);
  }

  /** A turn of the wheel, or a pinch on a touchpad. */
  wheel(event: WheelEvent): void {
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.scale(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), this.#gestures.pointOf(event));
  }

  get #isRightToLeft() {
    return getComputedStyle(this.stage).direction === 'rtl';
  }

  get #room(): Size {
    return { width: this.stage.clientWidth, height: this.stage.clientHeight };
  }

  get #fit(): Size | undefined {
    const size = this.owner.size();
    return size && fitted(this.#room, size);
  }

  #slide(x: number) {
    this.stage.style.setProperty('--_drag', `${x}px`);
  }

  #show(view: View) {
    const fit = this.#fit;
    this.view = fit ? held(view, this.#room, fit) : whole;
    const { scale, x, y } = this.view;
    this.stage.classList.toggle('is-zoomed', this.isZoomed);
    if (this.#box) this.#box.style.transform = scale > 1 ? `translate(${x}px, ${y}px) scale(${scale})` : '';
    this.owner.changed();
  }
}
