import { scene, withMore, type Picture } from './picture.js';
import type { Scene } from './scene.js';
import { landscape } from './scenes.js';

type Shape = Scene['shapes'][number];

/** A deck on four legs, across the whole picture. */
const bridgeShapes: readonly Shape[] = [
  { kind: 'box', x: 0, y: 0.5, width: 1, height: 0.035, fill: '#39424b' },
  ...[0.14, 0.38, 0.62, 0.86].map((x): Shape => ({
    kind: 'box',
    x,
    y: 0.5,
    width: 0.03,
    height: 0.5,
    fill: '#39424b',
  })),
];

/** Sea, hills and sky. */
export const landscapes: Readonly<Record<string, Picture>> = {
  fog: scene(
    'White fog, and below it fog that is slightly less white. The lighthouse is in there.',
    landscape({ sky: ['#e9ebec', '#d5d9dc'], ridges: ['#cfd4d7', '#c3c9cc'], from: 0.7, rough: 0.05, seed: 3 }),
  ),
  ferry: scene(
    'Evening: an orange sky over a dark coast, the sun half gone behind it.',
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
  compost: scene(
    'A brown heap, taller than planned, in winter light.',
    landscape({ sky: ['#cfd9e2', '#f4e3c1'], ridges: ['#8a6a48', '#5b4430'], from: 0.45, rough: 0.3, seed: 14 }),
  ),
  panorama: scene(
    'A very wide view over fields and hedges to the sea.',
    landscape({
      size: [2400, 600],
      sky: ['#9cc4e4', '#eef4f7'],
      ridges: ['#7f9fb5', '#7ea36b', '#587f4a', '#3f6136'],
      from: 0.4,
      rough: 0.1,
      seed: 9,
    }),
  ),
  slug: scene(
    'A slug, round and brown, going over the edge of a log.',
    landscape({
      sky: ['#d8d2c6', '#b7ad9c'],
      light: { x: 0.45, y: 0.58, radius: 0.16, fill: '#6e5a48' },
      ridges: ['#8c7a65'],
      from: 0.68,
      rough: 0.06,
      seed: 6,
    }),
  ),
  dawn: scene(
    'A small sun, just above the sea.',
    landscape({
      sky: ['#33415f', '#f6c6a0'],
      light: { x: 0.5, y: 0.66, radius: 0.05, fill: '#fff3d6' },
      ridges: ['#4a5a78', '#35435f'],
      from: 0.7,
      rough: 0.01,
      seed: 11,
    }),
  ),
  posterone: scene(
    'A very tall sky.',
    landscape({
      size: [600, 1500],
      sky: ['#16324f', '#e7b98b'],
      ridges: ['#20242b'],
      from: 0.93,
      rough: 0.04,
      seed: 19,
    }),
    { x: 0, y: -0.9 },
  ),
  tide: scene(
    'Bands of grey and green water.',
    landscape({
      sky: ['#c8d3d3', '#dfe5e0'],
      ridges: ['#8fa7a3', '#6e8f88', '#4f766f', '#cdbf9e'],
      from: 0.35,
      rough: 0.03,
      seed: 4,
    }),
  ),
  aurora: scene(
    'Green light over a dark ridge, one star through it.',
    landscape({
      sky: ['#06101f', '#1f8f6a'],
      light: { x: 0.8, y: 0.15, radius: 0.008, fill: '#ffffff' },
      ridges: ['#070b14'],
      from: 0.82,
      rough: 0.12,
      seed: 23,
    }),
  ),
  moon: scene(
    'A full moon behind ridges.',
    landscape({
      sky: ['#0c1330', '#2b2f56'],
      light: { x: 0.42, y: 0.55, radius: 0.13, fill: '#f3dfa2' },
      ridges: ['#171b38', '#0b0e1f'],
      from: 0.6,
      rough: 0.16,
      seed: 16,
    }),
    { x: -0.16, y: -0.1 },
  ),
  bridge: scene(
    'A bridge in mist, hills behind it.',
    withMore(
      landscape({
        sky: ['#d7dde2', '#c3ccd3'],
        ridges: ['#9aa7b1', '#6f7d88', '#4d5963'],
        from: 0.5,
        rough: 0.2,
        seed: 33,
      }),
      ...bridgeShapes,
    ),
  ),
  lake: scene(
    'A still lake between pale shores.',
    landscape({
      sky: ['#b9d3e6', '#eef5f8'],
      ridges: ['#7fa0b5', '#d3e2ea', '#f1f6f8'],
      from: 0.55,
      rough: 0.03,
      seed: 27,
    }),
  ),
};
