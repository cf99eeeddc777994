import { blurhashOf } from './blurhash.js';
import { toSvg, type Scene } from './scene.js';

/** A picture a post may carry. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly blurhash: string;
  /** What it shows, for posts that say nothing else. */
  readonly alt: string;
  /** Where to look, −1…1 from the middle, y up. */
  readonly focus?: { x: number; y: number };
  readonly svg: () => string;
}

/** A picture the program makes. */
export const scene = (alt: string, made: Scene, focus?: Picture['focus']): Picture => {
  let hash: string | undefined;
  return {
    width: made.width,
    height: made.height,
    // Waves over 768 places: made when a post is first shown, then kept for all instances.
    get blurhash() {
      return (hash ??= blurhashOf(made));
    },
    alt,
    ...(focus && { focus }),
    svg: () => toSvg(made),
  };
};

/** A scene with more in front. */
export const withMore = (made: Scene, ...more: readonly Scene['shapes'][number][]): Scene => ({
  ...made,
  shapes: [...made.shapes, ...more],
});
