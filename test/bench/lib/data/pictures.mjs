import zlib from 'node:zlib';
import { below, random } from './random.mjs';

/** Width and height of the pictures of posts, by their number modulo the length of this list. */
export const SHAPES = [
  [400, 300],
  [400, 225],
  [300, 400],
  [400, 400],
  [400, 267],
  [267, 400],
];

const CRC = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc = (bytes) => {
  let sum = ~0 >>> 0;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
};

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), named.length + 4);
  return out;
}

/** A PNG of 4 × 4 coloured fields. */
function png(width, height, seed) {
  const next = random(seed + 3);
  const palette = Buffer.from(Array.from({ length: 16 * 3 }, () => below(next, 256)));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = (((x * 4) / width) | 0) + 4 * (((y * 4) / height) | 0);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a pixel
  header[9] = 3; // colours by palette
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The bytes behind /media/<name>, or null: `avatar3.png`, `emoji3.png`, `image3.png`. */
export function picture(name) {
  const match = /^(avatar|image|emoji)(\d+)\.png$/.exec(name);
  if (!match) return null;
  const number = Number(match[2]);
  if (match[1] === 'avatar') return png(120, 120, number);
  if (match[1] === 'emoji') return png(64, 64, 100 + number);
  return png(...SHAPES[number % SHAPES.length], 200 + number);
}
