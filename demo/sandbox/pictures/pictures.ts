import { blurhashOf } from './blurhash.js';
import { drawings } from './drawings.js';
import { toSvg, type Scene } from './scene.js';
import { bars, landscape, stones, weave } from './scenes.js';

/** A picture a post may carry. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly blurhash: string;
  /** What it shows, for posts that say nothing else. */
  readonly alt: string;
  /** Where to look, −1…1 from the middle, y up. */
  readonly focus?: { x: number; y: number };
  readonly svg: () => string;
}

const scene = (alt: string, made: Scene, focus?: Picture['focus']): Picture => {
  let hash: string | undefined;
  return {
    width: made.width,
    height: made.height,
    // Waves over 768 places: made when a post is first shown, then kept for all instances.
    get blurhash() {
      return (hash ??= blurhashOf(made));
    },
    alt,
    ...(focus && { focus }),
    svg: () => toSvg(made),
  };
};

const drawing = (
  name: keyof typeof drawings,
  width: number,
  height: number,
  blurhash: string,
  alt: string,
  focus?: Picture['focus'],
): Picture => ({ width, height, blurhash, alt, ...(focus && { focus }), svg: () => drawings[name] });

const linen = ['#efe9dc', '#31456b', '#d9a441', '#b9c2cf'];

/** All pictures by the name the scripts use. */
export const pictures: Readonly<Record<string, Picture>> = {
  bread: drawing('bread', 1200, 900, 'LnM?#Wjso~WV~qj[jsj[JBj]Vsj[', 'A round loaf with a cross cut into it, one slice missing.'),
  cat: drawing('cat', 1200, 900, 'LVIN5FR*58xt~TjZE3W;5SoLs.R*', 'A cat on a windowsill, very upright.', { x: 0.1, y: 0.3 }),
  harbour: drawing(
    'harbour',
    1200,
    800,
    'LvHU5{WBaft6xZf8ayfP0hoefkWB',
    'A low sun over a harbour, two small sailing boats in silhouette, the water broken into short gold strokes.',
    { x: 0.35, y: 0.1 },
  ),
  hills: drawing('hills', 1200, 800, 'LrI~b[WBoffk~qj[fQayIVj[WBay', 'Rows of hills, each bluer than the one before.'),
  leaves: drawing('leaves', 1000, 1000, 'L8AxJD#C?sTb4WD+RkIC03S1I:x@', 'Leaves close together, light through some of them.'),
  snow: drawing('snow', 1200, 800, 'LbI6E1WAxvj]0MofRjWB-;kCV?jY', 'Snow on a hill, one narrow path.'),
  street: drawing('street', 800, 1200, 'L15}gx0JWB~V?d9HR.^*EGD,ae-:', 'A street at night, wet, one window lit.', { x: 0, y: -0.4 }),
  type: drawing('type', 1200, 630, 'LWOpA7Fd.8,@xtofWBWV_NxGMxNb', 'Large letters on cream paper.'),
  fog: scene(
    'White fog. Somewhat to the right, a slightly darker white, which is the lighthouse.',
    landscape({ sky: ['#e9ebec', '#d5d9dc'], ridges: ['#cfd4d7', '#c3c9cc'], from: 0.7, rough: 0.05, seed: 3 }),
  ),
  gulls: scene('Three gulls, drawn.', bars({ paper: '#f3ead7', ink: '#5b5750', values: [0.2, 0.35, 0.6] })),
  dew: scene(
    'Drops of dew on dark green.',
    stones({ ground: ['#2f5d3a', '#16351f'], colours: ['#9fd3b0', '#d9f2e1', '#6fae84'], count: 70, radius: 0.02, seed: 8 }),
  ),
  ferry: scene(
    'Evening: a wide orange sky, a thin dark coast, and the ferry’s railing in front.',
    landscape({
      sky: ['#3b2f5c', '#f29a4b'],
      light: { x: 0.7, y: 0.62, radius: 0.07, fill: '#ffe9b0' },
      ridges: ['#2d2a49', '#1b1a30'],
      from: 0.68,
      rough: 0.05,
      seed: 5,
    }),
    { x: 0.4, y: -0.2 },
  ),
  beans: scene(
    'Beans on a blue cloth.',
    stones({ ground: ['#3f6ea3', '#2c5686'], colours: ['#f1ead9', '#a86f45', '#e5d3b3', '#7b1f2b'], count: 60, radius: 0.045, seed: 21 }),
  ),
  compost: scene(
    'A steaming heap in low sun.',
    landscape({ sky: ['#cfd9e2', '#f4e3c1'], ridges: ['#8a6a48', '#5b4430'], from: 0.45, rough: 0.3, seed: 14 }),
  ),
  panorama: scene(
    'A very wide view over fields and hedges to the sea.',
    landscape({ size: [2400, 600], sky: ['#9cc4e4', '#eef4f7'], ridges: ['#7f9fb5', '#7ea36b', '#587f4a', '#3f6136'], from: 0.4, rough: 0.1, seed: 9 }),
  ),
  stones: scene(
    'Pebbles around water.',
    stones({ ground: ['#7d8a90', '#5d6a70'], colours: ['#b8b2aa', '#d8b7ae', '#8f8b86'], count: 90, radius: 0.06, seed: 31 }),
  ),
  caps: scene(
    'Mushroom caps from above.',
    stones({ ground: ['#5a4a33', '#3d3122'], colours: ['#b98552', '#e6d2ae', '#8a5a34'], count: 34, radius: 0.1, seed: 12 }),
  ),
  forest: scene(
    'Light between dark trunks.',
    bars({ size: [900, 1200], paper: '#c9d7a8', ink: '#2c3a24', values: [1.1, 0.9, 1.1, 1, 1.1, 0.95, 1.1] }),
  ),
  slug: scene(
    'A slug on bark.',
    landscape({ sky: ['#d8d2c6', '#b7ad9c'], light: { x: 0.45, y: 0.58, radius: 0.16, fill: '#6e5a48' }, ridges: ['#8c7a65'], from: 0.68, rough: 0.06, seed: 6 }),
  ),
  spores: scene(
    'A spore print.',
    stones({ ground: ['#f7f5f0', '#efece4'], colours: ['#8d8880', '#b5b0a7', '#6c675f'], count: 120, radius: 0.025, seed: 40 }),
  ),
  crumbs: scene(
    'Crumbs.',
    stones({ ground: ['#44618c', '#3a557d'], colours: ['#d9b27c', '#f0d9b0'], count: 45, radius: 0.018, seed: 17 }),
  ),
  yarn: scene(
    'Balls of yarn.',
    stones({ ground: ['#efe6da', '#dccdb9'], colours: ['#b5372f', '#d39a35', '#8c8c8c'], count: 14, radius: 0.18, seed: 2 }),
  ),
  cups: scene(
    'Cups on a shelf.',
    bars({ paper: '#f6efe6', ink: '#8a4b32', values: [0.3, 0.42, 0.25, 0.38, 0.3, 0.34] }),
  ),
  twill: scene('A square of twill.', weave({ colours: linen, columns: 18, rows: 18, twill: 1 })),
  twillblue: scene('Blue stripes.', weave({ size: [800, 600], colours: ['#0f2747', '#2f6fb0', '#8fc1ea'], columns: 16, rows: 12, twill: 2 })),
  swatches: scene('Nine swatches.', weave({ colours: ['#fff8e8', '#f2d675', '#c98a3a', '#6b4a2b'], columns: 3, rows: 3, twill: 1 })),
  books: scene(
    'Old books on a shelf.',
    bars({ size: [1000, 750], paper: '#2f2419', ink: '#b98a55', values: [0.8, 0.9, 0.7, 0.85, 0, 0.9, 0.75, 0.82] }),
  ),
  thread: scene('Needle and red thread.', weave({ size: [1000, 640], colours: ['#efe4d0', '#efe4d0', '#a3202a'], columns: 10, rows: 8, twill: 1 })),
  dawn: scene(
    'Dawn over the sea.',
    landscape({
      sky: ['#33415f', '#f6c6a0'],
      light: { x: 0.5, y: 0.66, radius: 0.05, fill: '#fff3d6' },
      ridges: ['#4a5a78', '#35435f'],
      from: 0.7,
      rough: 0.01,
      seed: 11,
    }),
  ),
  sheet: scene('A contact sheet.', weave({ size: [1200, 800], colours: ['#111111', '#6c6c6c', '#bdbdbd', '#3c3c3c'], columns: 3, rows: 2, twill: 2 })),
  posterone: scene(
    'A very tall sky.',
    landscape({ size: [600, 1500], sky: ['#16324f', '#e7b98b'], ridges: ['#20242b'], from: 0.93, rough: 0.04, seed: 19 }),
    { x: 0, y: -0.9 },
  ),
  tide: scene(
    'Bands of grey and green water.',
    landscape({ sky: ['#c8d3d3', '#dfe5e0'], ridges: ['#8fa7a3', '#6e8f88', '#4f766f', '#cdbf9e'], from: 0.35, rough: 0.03, seed: 4 }),
  ),
  aurora: scene(
    'Green light over a dark ridge.',
    landscape({ sky: ['#06101f', '#1f8f6a'], light: { x: 0.8, y: 0.15, radius: 0.008, fill: '#ffffff' }, ridges: ['#070b14'], from: 0.82, rough: 0.12, seed: 23 }),
  ),
  moon: scene(
    'A full moon behind ridges.',
    landscape({ sky: ['#0c1330', '#2b2f56'], light: { x: 0.42, y: 0.55, radius: 0.13, fill: '#f3dfa2' }, ridges: ['#171b38', '#0b0e1f'], from: 0.6, rough: 0.16, seed: 16 }),
    { x: -0.16, y: -0.1 },
  ),
  count: scene('A bar chart.', bars({ paper: '#fbf7ee', ink: '#3f5e4b', values: [1, 0.64, 0.64, 0.29, 0.07] })),
  bridge: scene(
    'A bridge in mist.',
    landscape({ sky: ['#d7dde2', '#c3ccd3'], ridges: ['#9aa7b1', '#6f7d88', '#4d5963'], from: 0.5, rough: 0.2, seed: 33 }),
  ),
  lake: scene(
    'A lake, very still, ice at the edge.',
    landscape({ sky: ['#b9d3e6', '#eef5f8'], ridges: ['#7fa0b5', '#d3e2ea', '#f1f6f8'], from: 0.55, rough: 0.03, seed: 27 }),
  ),
  wool: scene('Woven wool.', weave({ colours: ['#6b2f2a', '#d98f4e', '#f0e0c4', '#2f4a43'], columns: 14, rows: 14, twill: 3 })),
};

/** Pictures of links' previews. */
export const cardPictures: Readonly<Record<string, Picture>> = {
  year: pictures['hills']!,
  pond: pictures['stones']!,
};
