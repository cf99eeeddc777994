import { scene, withMore, type Picture } from './picture.js';
import type { Scene } from './scene.js';
import { bars, stones, weave } from './scenes.js';

type Shape = Scene['shapes'][number];

const linen = ['#efe9dc', '#31456b', '#d9a441', '#b9c2cf'];

/** Three birds of discs, with a box for a beak. */
function gullsOn(paper: string): Scene {
  const gull = (x: number, size: number): Shape[] => [
    { kind: 'disc', x, y: 0.62, radius: size, fill: '#8d9299' },
    { kind: 'disc', x: x + size * 0.45, y: 0.62 - size * 0.9, radius: size * 0.55, fill: '#5b5f66' },
    {
      kind: 'box',
      x: x + size * 0.72,
      y: 0.62 - size * 0.95,
      width: size * 0.35,
      height: size * 0.16,
      fill: '#d98a2b',
    },
    { kind: 'disc', x: x + size * 0.5, y: 0.62 - size, radius: size * 0.08, fill: paper },
  ];
  const shapes: Shape[] = [{ kind: 'sky', top: paper, bottom: paper }];
  return { width: 1200, height: 675, shapes: [...shapes, ...gull(0.16, 0.1), ...gull(0.4, 0.15), ...gull(0.7, 0.2)] };
}

/** Things from near: beans, cloth, books, birds. */
export const things: Readonly<Record<string, Picture>> = {
  gulls: scene('Three gulls, drawn, each a little larger than the last.', gullsOn('#f3ead7')),
  dew: scene(
    'Drops of dew on dark green.',
    stones({
      ground: ['#2f5d3a', '#16351f'],
      colours: ['#9fd3b0', '#d9f2e1', '#6fae84'],
      count: 70,
      radius: 0.02,
      seed: 8,
    }),
  ),
  beans: scene(
    'Dried beans on a blue cloth: white, speckled, and a single dark red one.',
    withMore(
      stones({
        ground: ['#3f6ea3', '#2c5686'],
        colours: ['#f1ead9', '#a86f45', '#e5d3b3'],
        count: 60,
        radius: 0.045,
        seed: 21,
      }),
      { kind: 'disc', x: 0.34, y: 0.58, radius: 0.05, fill: '#7b1f2b' },
    ),
  ),
  coffee: scene(
    'Coffee beans, dark ones and paler ones, spread on linen.',
    stones({
      ground: ['#e9dfcc', '#d8ccb4'],
      colours: ['#3b2418', '#5a3822', '#8a5f3c'],
      count: 110,
      radius: 0.035,
      seed: 51,
    }),
  ),
  stones: scene(
    'Grey and pink pebbles, wet.',
    stones({
      ground: ['#7d8a90', '#5d6a70'],
      colours: ['#b8b2aa', '#d8b7ae', '#8f8b86'],
      count: 90,
      radius: 0.06,
      seed: 31,
    }),
  ),
  caps: scene(
    'Mushroom caps from above.',
    stones({
      ground: ['#5a4a33', '#3d3122'],
      colours: ['#b98552', '#e6d2ae', '#8a5a34'],
      count: 34,
      radius: 0.1,
      seed: 12,
    }),
  ),
  forest: scene(
    'Light between dark trunks.',
    bars({ size: [900, 1200], paper: '#c9d7a8', ink: '#2c3a24', values: [1.1, 0.9, 1.1, 1, 1.1, 0.95, 1.1] }),
  ),
  spores: scene(
    'Grey specks of spores on white paper.',
    stones({
      ground: ['#f7f5f0', '#efece4'],
      colours: ['#8d8880', '#b5b0a7', '#6c675f'],
      count: 120,
      radius: 0.025,
      seed: 40,
    }),
  ),
  crumbs: scene(
    'Crumbs on a blue cloth.',
    stones({ ground: ['#44618c', '#3a557d'], colours: ['#d9b27c', '#f0d9b0'], count: 45, radius: 0.018, seed: 17 }),
  ),
  yarn: scene(
    'Balls of yarn.',
    stones({
      ground: ['#efe6da', '#dccdb9'],
      colours: ['#b5372f', '#d39a35', '#8c8c8c'],
      count: 14,
      radius: 0.18,
      seed: 2,
    }),
  ),
  cups: scene(
    'Six cups on a shelf, no two of a height.',
    bars({ paper: '#f6efe6', ink: '#8a4b32', values: [0.3, 0.42, 0.25, 0.38, 0.3, 0.34] }),
  ),
  twill: scene('A square of twill.', weave({ colours: linen, columns: 18, rows: 18, twill: 1 })),
  twillblue: scene(
    'Blue squares, each row moved on a little.',
    weave({ size: [800, 600], colours: ['#0f2747', '#2f6fb0', '#8fc1ea'], columns: 16, rows: 12, twill: 2 }),
  ),
  swatches: scene(
    'Nine swatches, from pale yellow to brown.',
    weave({ colours: ['#fff8e8', '#f2d675', '#c98a3a', '#6b4a2b'], columns: 3, rows: 3, twill: 1 }),
  ),
  books: scene(
    'Old books on a shelf.',
    bars({ size: [1000, 750], paper: '#2f2419', ink: '#b98a55', values: [0.8, 0.9, 0.7, 0.85, 0, 0.9, 0.75, 0.82] }),
  ),
  thread: scene(
    'Red stitches in rows on pale cloth.',
    weave({ size: [1000, 640], colours: ['#efe4d0', '#efe4d0', '#a3202a'], columns: 10, rows: 8, twill: 1 }),
  ),
  sheet: scene(
    'A contact sheet: six frames in two rows, grey in grey.',
    weave({ size: [1200, 800], colours: ['#111111', '#6c6c6c', '#bdbdbd', '#3c3c3c'], columns: 3, rows: 2, twill: 2 }),
  ),
  count: scene('A bar chart.', bars({ paper: '#fbf7ee', ink: '#3f5e4b', values: [1, 0.64, 0.64, 0.29, 0.07] })),
  wool: scene(
    'Woven wool.',
    weave({ colours: ['#6b2f2a', '#d98f4e', '#f0e0c4', '#2f4a43'], columns: 14, rows: 14, twill: 3 }),
  ),
};
