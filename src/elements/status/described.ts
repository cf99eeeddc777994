import { languageOf } from '../../i18n/language.js';
import { mediaWords } from '../../i18n/media.js';
import { describe, styles } from '../../parts/media/described.js';
import { adoptLate } from '../../styles/adopt.js';
import { controls } from '../../styles/controls.js';
import type { Around } from './pieces.js';

/** Opens the text that the mark on a picture, a film or a sound stands for. */
export async function tell(mark: HTMLElement, around: Around): Promise<void> {
  const words = await mediaWords.load(languageOf(mark));
  const item = mark.parentElement!;
  const text = item.querySelector('.media-name')?.textContent ?? item.querySelector('img')?.alt ?? '';
  adoptLate(mark.getRootNode() as ShadowRoot, [controls, styles]);
  describe(mark, text, around.shown().status?.language, words);
}
