import { colourAt, type Rgb, type Scene } from './scene.js';

/** A blurhash of 4 × 3 components, after the published algorithm. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

const [across, down] = [4, 3];

/** How many places of a picture are looked at. */
const [columns, rows] = [32, 24];

function base83(value: number, length: number): string {
  let text = '';
  for (let at = 1; at <= length; at++) text += digits[Math.floor(value / 83 ** (length - at)) % 83];
  return text;
}

const toLinear = (value: number) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const toByte = (value: number) => {
  const share = Math.max(0, Math.min(1, value));
  return Math.round((share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055) * 255);
};

const signedRoot = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value));

/** One wave of the picture: how much of it there is in each colour. */
function component(at: (x: number, y: number) => Rgb, i: number, j: number): Rgb {
  const sum = [0, 0, 0];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const wave = Math.cos((Math.PI * i * (x + 0.5)) / columns) * Math.cos((Math.PI * j * (y + 0.5)) / rows);
      at((x + 0.5) / columns, (y + 0.5) / rows).forEach((value, channel) => (sum[channel]! += wave * toLinear(value)));
    }
  }
  const scale = (i || j ? 2 : 1) / (columns * rows);
  return [sum[0]! * scale, sum[1]! * scale, sum[2]! * scale];
}

/** The hash of colours told by a function; both coordinates go from 0 to 1. */
export function encode(at: (x: number, y: number) => Rgb): string {
  const parts: Rgb[] = [];
  for (let j = 0; j < down; j++) for (let i = 0; i < across; i++) parts.push(component(at, i, j));
  const [dc, ...ac] = parts as [Rgb, ...Rgb[]];
  const most = Math.max(...ac.flat().map(Math.abs));
  const scale = Math.max(0, Math.min(82, Math.floor(most * 166 - 0.5)));
  const level = (value: number) =>
    Math.max(0, Math.min(18, Math.floor(signedRoot(value / ((scale + 1) / 166)) * 9 + 9.5)));
  const average = (toByte(dc[0]) << 16) + (toByte(dc[1]) << 8) + toByte(dc[2]);
  const waves = ac.map(([r, g, b]) => base83(level(r) * 361 + level(g) * 19 + level(b), 2));
  return base83(across - 1 + (down - 1) * 9, 1) + base83(scale, 1) + base83(average, 4) + waves.join('');
}

/** The hash of a scene. */
export const blurhashOf = (scene: Scene): string => encode((x, y) => colourAt(scene, x, y));

/** The hash of one colour all over. */
export const plainHash = (colour: Rgb): string => encode(() => colour);
