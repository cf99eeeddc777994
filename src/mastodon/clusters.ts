/** Unicode 15.1 keeps Indic conjuncts together; the server, and browsers from before, do not. */
const conjunct = /[\p{M}\u200d](?=\p{Lo})/gu;
const piece = 512;
const indic = /[\u0900-\u0dff]/;

/** Extended grapheme clusters, as Ruby counts them. In pieces: browsers take quadratic time for the whole of a long text. */
export function clusters(text: string) {
  const segmenter = new Intl.Segmenter('en');
  let count = 0;
  let size = piece;
  for (let at = 0; at < text.length;) {
    if (/[\ud800-\udbff]/.test(text[at + size - 1] ?? '')) size++;
    const segments = Array.from(segmenter.segment(text.slice(at, at + size)), ({ segment }) => segment);
    // The last one may go on in the next piece; one that fills a piece needs a larger one.
    const last = at + size < text.length ? segments.pop() : '';
    for (const segment of segments) {
      count += 1 + (indic.test(segment) ? (segment.match(conjunct)?.length ?? 0) : 0);
      at += segment.length;
    }
    size = segments.length || !last ? piece : size * 2;
  }
  return count;
}
