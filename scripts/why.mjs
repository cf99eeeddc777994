/**
 * `npm run size -- --why masto-timeline`: what each source file costs a page with this tag, in bytes after brotli. The cost is
 * what the page would save without it, so the rows do not add up to the whole: what two files share, neither of them saves.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { filesOf, folder } from './bytes.mjs';

/** The pieces of a built file in order, each with the source it comes from. */
function* pieces(path) {
  const code = readFileSync(join(folder, path), 'utf8');
  const map = new SourceMap(JSON.parse(readFileSync(join(folder, `${path}.map`), 'utf8')));
  for (const [row, text] of code.split('\n').entries()) {
    let start = 0;
    let source = 'wrapping';
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(row, column);
      const next = entry.originalSource?.replace(/^(\.\.\/)+/, '') ?? 'wrapping';
      if (next === source) continue;
      yield { source, text: text.slice(start, column) };
      [start, source] = [column, next];
    }
    yield { source, text: `${text.slice(start)}\n` };
  }
}

const weigh = (all) => brotliCompressSync(all.map(({ text }) => text).join('')).length;

export function why(tag) {
  const all = filesOf(tag).flatMap((path) => [...pieces(path)]);
  const whole = weigh(all);
  const rows = [...new Set(all.map(({ source }) => source))].map((source) => ({
    source,
    raw: all.reduce((total, piece) => total + (piece.source === source ? piece.text.length : 0), 0),
    saves: whole - weigh(all.filter((piece) => piece.source !== source)),
  }));
  console.log(`<${tag}>: ${whole} B as one file. Without a source file it would be smaller by:`);
  for (const { source, raw, saves } of rows.sort((a, b) => b.saves - a.saves))
    console.log(`${String(saves).padStart(6)} B  (${String(raw).padStart(5)} raw)  ${source}`);
}
