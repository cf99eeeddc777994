import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBlurHash } from 'fast-blurhash';
import { encode, plainHash } from '../../demo/sandbox/pictures/blurhash.js';
import { pictures } from '../../demo/sandbox/pictures/pictures.js';
import { colourAt, toSvg, type Rgb, type Scene } from '../../demo/sandbox/pictures/scene.js';

/** Red, green and blue of one place of a decoded hash of 4 × 3. */
const at = (hash: string, x: number, y: number) => [
  ...decodeBlurHash(hash, 4, 3).slice((y * 4 + x) * 4, (y * 4 + x) * 4 + 3),
];

const near = (found: number[], wanted: Rgb, by: number) =>
  assert.ok(
    found.every((value, channel) => Math.abs(value - wanted[channel]!) <= by),
    `${found.join()} is not ${wanted.join()}`,
  );

describe('pictures made by the program', () => {
  it('have a hash that decodes to their colour', () => {
    for (const colour of [
      [200, 100, 50],
      [12, 80, 160],
      [250, 250, 240],
    ] as const)
      near(at(plainHash(colour), 1, 1), colour, 2);
  });

  it('have a hash that knows left from right and above from below', () => {
    const hash = encode((x, y) => [x < 0.5 ? 20 : 230, y < 0.5 ? 20 : 230, 128]);
    const [[left], [right]] = [at(hash, 0, 1), at(hash, 3, 1)];
    const [, above] = at(hash, 1, 0);
    const [, below] = at(hash, 1, 2);
    assert.ok(left! < 80 && right! > 170, `${left} ${right}`);
    assert.ok(above! < 80 && below! > 170, `${above} ${below}`);
  });

  it('are drawn and sampled from one description', () => {
    const scene: Scene = {
      width: 100,
      height: 50,
      shapes: [
        { kind: 'sky', top: '#000000', bottom: '#ffffff' },
        { kind: 'ridge', line: [0.5, 0.5], fill: '#00ff00' },
        { kind: 'box', x: 0.8, y: 0, width: 0.2, height: 0.2, fill: '#0000ff' },
        { kind: 'disc', x: 0.5, y: 0.5, radius: 0.1, fill: '#ff0000' },
      ],
    };
    assert.deepEqual(colourAt(scene, 0.5, 0.55), [255, 0, 0]);
    assert.deepEqual(colourAt(scene, 0.9, 0.1), [0, 0, 255]);
    assert.deepEqual(colourAt(scene, 0.1, 0.9), [0, 255, 0]);
    assert.deepEqual(colourAt(scene, 0.1, 0.2), [51, 51, 51]);
    const svg = toSvg(scene);
    for (const piece of [
      'width="100" height="50"',
      '<path d="M0 50L0 25L100 25V50z"',
      'x="80" y="0" width="20" height="10"',
      'cx="50" cy="25" r="5"',
    ]) {
      assert.ok(svg.includes(piece), piece);
    }
  });

  it('are many, of many shapes, each with words', () => {
    const all = Object.values(pictures);
    assert.ok(all.length > 30 && all.every(({ alt }) => alt.length > 8));
    const shapes = new Set(
      all.map(({ width, height }) => (width > 2 * height ? 'wide' : height > width ? 'tall' : 'plain')),
    );
    assert.deepEqual([...shapes].sort(), ['plain', 'tall', 'wide']);
  });
});
