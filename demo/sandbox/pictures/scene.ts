/** Pictures made of plain shapes, so that one description gives both the drawing and the colours its blurhash is made of. */

/** `#rrggbb`. */
export type Colour = string;

type Shape =
  | { kind: 'sky'; top: Colour; bottom: Colour }
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: Colour }
  | { kind: 'disc'; x: number; y: number; radius: number; fill: Colour }
  /** Ground below a line through points of equal distance, each the share of the height that is sky. */
  | { kind: 'ridge'; line: readonly number[]; fill: Colour };

/** Positions and sizes are shares of width and height; a disc's radius is a share of the height. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Rgb = readonly [number, number, number];

const rgb = (colour: Colour): Rgb => {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

function heightAt(line: readonly number[], x: number): number {
  const at = Math.min(Math.max(x, 0), 0.999999) * (line.length - 1);
  const [left, right] = [line[Math.floor(at)]!, line[Math.floor(at) + 1]!];
  return left + (right - left) * (at % 1);
}

function covers(shape: Shape, x: number, y: number, ratio: number): boolean {
  if (shape.kind === 'sky') return true;
  if (shape.kind === 'ridge') return y >= heightAt(shape.line, x);
  if (shape.kind === 'disc') return ((x - shape.x) * ratio) ** 2 + (y - shape.y) ** 2 <= shape.radius ** 2;
  return x >= shape.x && x < shape.x + shape.width && y >= shape.y && y < shape.y + shape.height;
}

/** The colour at a place, both coordinates from 0 to 1. */
export function colourAt({ shapes, width, height }: Scene, x: number, y: number): Rgb {
  const shape = shapes.findLast((one) => covers(one, x, y, width / height));
  if (!shape) return [255, 255, 255];
  return shape.kind === 'sky' ? mix(rgb(shape.top), rgb(shape.bottom), y) : rgb(shape.fill);
}

const round = (value: number) => Math.round(value * 10) / 10;

function draw(shape: Shape, { width, height }: Scene): string {
  switch (shape.kind) {
    case 'sky': {
      const stops = `<stop stop-color="${shape.top}"/><stop offset="1" stop-color="${shape.bottom}"/>`;
      return `<defs><linearGradient id="sky" x2="0" y2="1">${stops}</linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>`;
    }
    case 'box': {
      const [x, y, w, h] = [shape.x * width, shape.y * height, shape.width * width, shape.height * height].map(round);
      return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${shape.fill}"/>`;
    }
    case 'disc': {
      const [x, y, r] = [shape.x * width, shape.y * height, shape.radius * height].map(round);
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="${shape.fill}"/>`;
    }
    case 'ridge': {
      const step = width / (shape.line.length - 1);
      const points = shape.line.map((share, at) => `${round(at * step)} ${round(share * height)}`);
      return `<path d="M0 ${height}L${points.join('L')}V${height}z" fill="${shape.fill}"/>`;
    }
  }
}

/** The drawing as SVG, without style sheets, so that it also stands under a strict policy. */
export function toSvg(scene: Scene): string {
  const { width, height } = scene;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;
  return `${open}${scene.shapes.map((shape) => draw(shape, scene)).join('')}</svg>`;
}
