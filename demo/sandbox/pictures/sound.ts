/** Sounds made by the program, as a stock server would serve an upload. */

const rate = 8000;

/** Seconds of the bird below. */
export const birdSeconds = 4;

/** A bird, of a kind: phrases of falling whistles with long pauses. Eight bits, mono, WAV. */
export function birdSong(): Uint8Array<ArrayBuffer> {
  const samples = rate * birdSeconds;
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const ascii = (at: number, text: string) => [...text].forEach((sign, n) => (bytes[at + n] = sign.charCodeAt(0)));
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  ascii(36, 'data');
  view.setUint32(40, samples, true);
  for (let at = 0; at < samples; at++) {
    const time = at / rate;
    const note = time % 0.18;
    const sings = time % 1.4 < 0.9 && note < 0.13;
    const wave = Math.sin(2 * Math.PI * (2900 - 4200 * note) * time) * Math.sin((Math.PI * note) / 0.13);
    bytes[44 + at] = 128 + (sings ? Math.round(90 * wave) : 0);
  }
  return bytes;
}
