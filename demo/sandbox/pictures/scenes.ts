import type { Colour, Scene } from './scene.js';

/** Kinds of pictures, each with knobs: a landscape, a weave, bars, stones. */

/** Numbers that look random and are not: 0 ≤ x < 1. */
function* wobble(seed: number): Generator<number, never> {
  for (let value = seed * 7919 + 13; ;) {
    value = (value * 48_271) % 2_147_483_647;
    yield value / 2_147_483_647;
  }
}

interface Landscape {
  size?: readonly [number, number];
  sky: readonly [Colour, Colour];
  /** Sun or moon: place and radius as shares. */
  light?: { x: number; y: number; radius: number; fill: Colour };
  /** Far to near; each lies lower than the one before. */
  ridges: readonly Colour[];
  /** Where the farthest ridge begins, as a share of the height. */
  from?: number;
  /** How high the hills go. */
  rough?: number;
  seed: number;
}

export function landscape({
  size = [1200, 800],
  sky,
  light,
  ridges,
  from = 0.55,
  rough = 0.12,
  seed,
}: Landscape): Scene {
  const random = wobble(seed);
  const lines = ridges.map((fill, at) => {
    const base = from + ((1 - from) * at) / ridges.length;
    const line = Array.from({ length: 9 }, () => base + (random.next().value - 0.5) * rough);
    return { kind: 'ridge' as const, line, fill };
  });
  return {
    width: size[0],
    height: size[1],
    shapes: [
      { kind: 'sky', top: sky[0], bottom: sky[1] },
      ...(light ? [{ kind: 'disc' as const, ...light }] : []),
      ...lines,
    ],
  };
}

interface Weave {
  size?: readonly [number, number];
  colours: readonly Colour[];
  columns: number;
  rows: number;
  /** How far each row is moved against the one above. */
  twill?: number;
}

/** Cloth seen from near: threads over and under. */
export function weave({ size = [900, 900], colours, columns, rows, twill = 1 }: Weave): Scene {
  const shapes: Scene['shapes'][number][] = [{ kind: 'sky', top: colours[0]!, bottom: colours[0]! }];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const over = (x + y * twill) % colours.length;
      if (over === 0) continue;
      const [width, height] = [1 / columns, 1 / rows];
      shapes.push({
        kind: 'box',
        x: x * width,
        y: y * height,
        width: width * 0.92,
        height: height * 0.92,
        fill: colours[over]!,
      });
    }
  }
  return { width: size[0], height: size[1], shapes };
}

interface Bars {
  size?: readonly [number, number];
  paper: Colour;
  ink: Colour;
  /** Shares of the height. */
  values: readonly number[];
}

/** A chart as somebody draws it by hand. */
export function bars({ size = [1200, 675], paper, ink, values }: Bars): Scene {
  const step = 0.88 / values.length;
  return {
    width: size[0],
    height: size[1],
    shapes: [
      { kind: 'sky', top: paper, bottom: paper },
      ...values.map((value, at) => ({
        kind: 'box' as const,
        x: 0.06 + at * step,
        y: 0.9 - value * 0.8,
        width: step * 0.7,
        height: value * 0.8,
        fill: ink,
      })),
      { kind: 'box', x: 0.05, y: 0.9, width: 0.9, height: 0.008, fill: ink },
    ],
  };
}

interface Stones {
  size?: readonly [number, number];
  ground: readonly [Colour, Colour];
  colours: readonly Colour[];
  count: number;
  radius: number;
  seed: number;
}

/** Round things on a ground: pebbles, beans, berries, caps of mushrooms. */
export function stones({ size = [1000, 1000], ground, colours, count, radius, seed }: Stones): Scene {
  const random = wobble(seed);
  const next = () => random.next().value;
  return {
    width: size[0],
    height: size[1],
    shapes: [
      { kind: 'sky', top: ground[0], bottom: ground[1] },
      ...Array.from({ length: count }, (_, at) => ({
        kind: 'disc' as const,
        x: next(),
        y: next(),
        radius: radius * (0.6 + next() * 0.7),
        fill: colours[at % colours.length]!,
      })),
    ],
  };
}

/** A face for somebody: a ground, a large disc, a hill, a small light. */
export function portrait(ground: Colour, disc: Colour, hill: Colour, seed: number): Scene {
  const light = { x: 0.5, y: 0.52, radius: 0.34, fill: disc };
  return landscape({ size: [96, 96], sky: [ground, ground], light, ridges: [hill], from: 0.72, rough: 0.3, seed });
}
