import type { Emoji } from './catalogue.js';

/** Emoji under a heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly emojis: readonly Emoji[];
}

/** A line of the grid: a heading, or as many emoji as fit side by side. */
export interface Row {
  /** Px from the top of all. */
  readonly top: number;
  readonly section: Section;
  /** The place of its first emoji among all. */
  readonly start: number;
  /** None in a heading. */
  readonly emojis: readonly Emoji[];
}

export interface Grid {
  readonly rows: readonly Row[];
  /** Px. */
  readonly height: number;
  /** How many emoji there are. */
  readonly size: number;
}

/** Px, of a cell; its side as well. */
export const cell = 40;
const heading = 28;

export const columnsIn = (width: number): number => Math.max(1, Math.floor(width / cell));

/** Where everything stands: what is out of sight is not drawn. */
export function gridOf(sections: readonly Section[], columns: number): Grid {
  const rows: Row[] = [];
  let height = 0;
  let size = 0;
  for (const section of sections) {
    if (section.title) {
      rows.push({ top: height, section, start: size, emojis: [] });
      height += heading;
    }
    for (let at = 0; at < section.emojis.length; at += columns, height += cell)
      rows.push({ top: height, section, start: size + at, emojis: section.emojis.slice(at, at + columns) });
    size += section.emojis.length;
  }
  return { rows, height, size };
}

/** The row of an emoji, by its place among all. */
export const rowOf = ({ rows }: Grid, at: number): Row | undefined =>
  rows.find(({ start, emojis }) => start <= at && at < start + emojis.length);

/** The rows that are seen, one more on either side, and that of one emoji, which may have the focus; each with its place among all. */
export function inSight(grid: Grid, scrolled: number, high: number, at: number): readonly (readonly [number, Row])[] {
  const own = rowOf(grid, at);
  return [...grid.rows.entries()].filter(
    ([, row]) => row === own || (row.top > scrolled - 2 * cell && row.top < scrolled + high),
  );
}

/** Where an arrow leads, by places among all; undefined where it leads out of the grid, upwards. */
export function arrow(grid: Grid, at: number, key: string, isRightToLeft: boolean): number | undefined {
  const lines = grid.rows.filter(({ emojis }) => emojis.length);
  const line = lines.findIndex(({ start, emojis }) => start <= at && at < start + emojis.length);
  const { start = 0, emojis = [] } = lines[line] ?? {};
  const last = grid.size - 1;
  const by = (lengths: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, line + lengths))];
    return next && next.start + Math.min(at - start, next.emojis.length - 1);
  };
  const step = isRightToLeft ? -1 : 1;
  const clamp = (to: number) => Math.max(0, Math.min(last, to));
  const ways: Readonly<Record<string, () => number | undefined>> = {
    ArrowRight: () => clamp(at + step),
    ArrowLeft: () => clamp(at - step),
    ArrowDown: () => by(1),
    ArrowUp: () => (line > 0 ? by(-1) : undefined),
    PageDown: () => by(5),
    PageUp: () => by(-5),
    Home: () => start,
    End: () => start + emojis.length - 1,
    First: () => 0,
    Last: () => last,
  };
  return ways[key]?.();
}
