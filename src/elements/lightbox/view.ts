/** How a picture lies on its stage: what is drawn is as large as the stage lets it be, times `scale`, its middle `x`, `y` px from the stage's. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const whole: View = { scale: 1, x: 0, y: 0 };

/** How many times as large as the whole picture it may become. */
export const largest = 8;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** A picture as large as it may be in a box: it keeps its shape, and is never larger than it is. */
export function fitted(box: Size, { width, height }: Size): Size {
  const factor = Math.min(1, box.width / width, box.height / height);
  return { width: width * factor, height: height * factor };
}

/** Within its limits: no edge of the picture comes further in than the edge of the stage. */
export function held({ scale, x, y }: View, stage: Size, picture: Size): View {
  const size = between(1, scale, largest);
  const room = (inner: number, outer: number) => Math.max(0, (inner * size - outer) / 2);
  const [right, down] = [room(picture.width, stage.width), room(picture.height, stage.height)];
  return { scale: size, x: between(-right, x, right), y: between(-down, y, down) };
}

/** Larger or smaller by a factor, so that the point stays where it is. @param at from the middle of the stage */
export function scaled({ scale, x, y }: View, factor: number, at: Point = { x: 0, y: 0 }): View {
  const next = between(1, scale * factor, largest);
  const by = next / scale;
  return { scale: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by };
}

/** Whether a point of the stage, from its middle, lies on the picture. */
export const covers = ({ scale, x, y }: View, picture: Size, at: Point): boolean =>
  Math.abs(at.x - x) <= (picture.width * scale) / 2 && Math.abs(at.y - y) <= (picture.height * scale) / 2;
