import { nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { MediaAttachment } from '../../mastodon/entities.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/** The mean colour of a blurhash: four of its characters, in base 83. Undefined when it is none. */
export function meanColour(hash: string): string | undefined {
  let value = 0;
  for (const character of hash.slice(2, 6)) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 83 + digit;
  }
  return hash.length < 6 || value > 0xffffff ? undefined : `#${value.toString(16).padStart(6, '0')}`;
}

const waiting = new Map<HTMLElement, string>();

/** The whole blur is drawn when the browser has time, and only where the picture has not come meanwhile. */
async function paintWaiting() {
  const { paint } = await import('./blurhash.js');
  for (const [element, hash] of waiting) {
    if (element.isConnected && !element.querySelector('img')?.complete) paint(element, hash);
  }
  waiting.clear();
}

function blurLater(element: HTMLElement, hash: string) {
  if (!waiting.size) {
    const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
    later(() => void paintWaiting().catch(() => waiting.clear()));
  }
  waiting.set(element, hash);
}

class Backdrop extends Directive {
  #hash: string | undefined;

  render(_media: MediaAttachment) {
    return nothing;
  }

  override update({ element }: ElementPart, [{ blurhash, focus }]: [MediaAttachment]) {
    const { style } = element as HTMLElement;
    if (focus.x || focus.y) style.setProperty('--_focus', `${(focus.x + 1) * 50}% ${(1 - focus.y) * 50}%`);
    const colour = blurhash && blurhash !== this.#hash ? meanColour(blurhash) : undefined;
    this.#hash = blurhash;
    if (colour && blurhash) {
      style.backgroundColor = colour;
      blurLater(element as HTMLElement, blurhash);
    }
    return nothing;
  }
}

/** On an element around a picture: its colours before it is there, and the point that must stay in sight when it is cropped. */
export const backdrop = directive(Backdrop);
