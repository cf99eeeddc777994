/** Unicode 15.1 keeps Indic conjuncts together; the server, and browsers from before, do not. */
const conjunct = /[\p{M}\u200d](?=\p{Lo})/gu;
const piece = 512;
const indic = /[\u0900-\u0dff]/;

/** The first clusters of a text, as many as may be: how many they are, and where they end. */
function walk(text: string, most: number): readonly [number, number] {
  const segmenter = new Intl.Segmenter('en');
  let count = 0;
  let size = piece;
  let at = 0;
  while (at < text.length) {
    if (/[\ud800-\udbff]/.test(text[at + size - 1] ?? '')) size++;
    const segments = Array.from(segmenter.segment(text.slice(at, at + size)), ({ segment }) => segment);
    // The last one may go on in the next piece; one that fills a piece needs a larger one.
    const last = at + size < text.length ? segments.pop() : '';
    for (const segment of segments) {
      const counts = 1 + (indic.test(segment) ? (segment.match(conjunct)?.length ?? 0) : 0);
      if (count + counts > most) return [count, at];
      count += counts;
      at += segment.length;
    }
    size = segments.length || !last ? piece : size * 2;
  }
  return [count, at];
}

/** Extended grapheme clusters, as Ruby counts them. In pieces: browsers take quadratic time for the whole of a long text. */
export const clusters = (text: string): number => walk(text, Infinity)[0];

/** Where the first clusters of a text end, so many of them at most. */
export const endOfClusters = (text: string, most: number): number => walk(text, most)[1];
