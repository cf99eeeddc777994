/** One emoji of each late version of Unicode. */
const samples: Readonly<Record<string, string>> = { a: '🫠', b: '🫨', c: '🐦‍🔥', d: '🫩', e: '🫪' };

const known = new Map<string, boolean>();

/** Drawn in red and in blue, one that has a picture looks the same, and an empty box does not. */
function hasPicture(text: string): boolean {
  const drawn = ['#f00', '#00f'].map((colour) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 20;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return '';
    pen.font = '14px sans-serif';
    pen.textBaseline = 'top';
    pen.fillStyle = colour;
    pen.fillText(text, 1, 1);
    return pen.getImageData(0, 0, 20, 20).data.join();
  });
  return drawn[0] === drawn[1];
}

/** What stands joined in one picture is no wider than one. */
function isJoined(text: string): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  return !pen || pen.measureText(text).width < 1.5 * pen.measureText('🐦').width;
}

/** Whether this device can draw the emoji of a version; in doubt it can. */
export function isDrawable(since: string): boolean {
  const sample = samples[since];
  if (!sample || !('document' in globalThis)) return true;
  let drawable = known.get(since);
  if (drawable === undefined) {
    drawable = since === 'c' ? isJoined(sample) : hasPicture(sample);
    known.set(since, drawable);
  }
  return drawable;
}
