import type { Point } from './view.js';

/** What fingers and mice wish. Points are px from the middle of the stage. */
export interface Wishes {
  /** One finger moves; `from` is where it began. */
  drag(by: Point, since: Point): void;
  /** It has let go. */
  drop(since: Point, speed: number): void;
  /** Two fingers: further apart by this factor, around a point that itself has moved. */
  pinch(factor: number, around: Point, by: Point): void;
  /** A press without a move. @param times 2 for the second of two */
  tap(at: Point, times: number, kind: string): void;
}

interface Finger extends Point {
  readonly start: Point;
  readonly since: number;
}

/** Less is a press by a trembling hand. */
const trembling = 8;
/** ms between the two presses of a double one. */
const twice = 320;

const apart = (a: Point, b: Point) => ({ x: a.x - b.x, y: a.y - b.y });
const length = ({ x, y }: Point) => Math.hypot(x, y);

const isOwn = (event: Event, stage: HTMLElement) => {
  const path = event.composedPath();
  return path
    .slice(0, path.indexOf(stage))
    .some((node) => node instanceof Element && node.matches('button, a, video, audio'));
};

/** Turns pointers on an element into wishes. Buttons, links and players there keep their own. */
export class Gestures {
  readonly #fingers = new Map<number, Finger>();
  #moved = false;
  #last: (Point & { readonly time: number }) | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly wishes: Wishes,
  ) {
    stage.addEventListener('pointerdown', this.#down);
    stage.addEventListener('pointermove', this.#move);
    for (const type of ['pointerup', 'pointercancel'] as const) stage.addEventListener(type, this.#up);
  }

  /** A place on the screen, from the middle of the stage. */
  pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  readonly #down = (event: PointerEvent) => {
    if (event.button !== 0 || isOwn(event, this.stage)) return;
    event.preventDefault(); // no picture is dragged away, no text marked
    if (!this.#fingers.size) this.#moved = false;
    const point = this.pointOf(event);
    this.#fingers.set(event.pointerId, { ...point, start: point, since: event.timeStamp });
    // What tests dispatch is no pointer that could be caught.
    if (event.isTrusted) this.stage.setPointerCapture(event.pointerId);
  };

  readonly #move = (event: PointerEvent) => {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = { ...before, ...this.pointOf(event) };
    const [other] = [...this.#fingers].filter(([id]) => id !== event.pointerId).map(([, finger]) => finger);
    if (!other && !this.#moved && length(apart(now, now.start)) < trembling) return;
    this.#moved = true;
    this.#fingers.set(event.pointerId, now);
    const by = apart(now, before);
    if (!other) return this.wishes.drag(by, apart(now, now.start));
    const around = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const factor = length(apart(now, other)) / (length(apart(before, other)) || 1);
    this.wishes.pinch(factor, around, { x: by.x / 2, y: by.y / 2 });
  };

  readonly #up = (event: PointerEvent) => {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    this.#fingers.delete(event.pointerId);
    if (this.#fingers.size) return this.#goOn();
    const since = apart(this.pointOf(event), finger.start);
    if (event.type === 'pointercancel') this.wishes.drop({ x: 0, y: 0 }, 0);
    else if (this.#moved) this.wishes.drop(since, length(since) / Math.max(1, event.timeStamp - finger.since));
    else this.#tap(event);
  };

  /** The finger that stays begins anew. */
  #goOn() {
    for (const [id, finger] of this.#fingers)
      this.#fingers.set(id, { ...finger, start: { x: finger.x, y: finger.y }, since: performance.now() });
  }

  #tap(event: PointerEvent) {
    const at = this.pointOf(event);
    const { timeStamp: time, pointerType } = event;
    const isSecond = !!this.#last && time - this.#last.time < twice && length(apart(at, this.#last)) < 40;
    this.#last = isSecond ? undefined : { ...at, time };
    this.wishes.tap(at, isSecond ? 2 : 1, pointerType);
  }
}
