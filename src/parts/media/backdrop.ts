import { nothing } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { MediaAttachment } from '../../mastodon/entities.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/** The mean colour of a blurhash: four of its characters, in base 83. What is no blurhash gives what is no colour. */
export const meanColour = (hash: string): string =>
  `#${[...hash.slice(2, 6)]
    .reduce((sum, digit) => sum * 83 + alphabet.indexOf(digit), 0)
    .toString(16)
    .padStart(6, '0')}`;

/** How long a picture may take before its blur is drawn, in ms: most are there by then. */
const patience = 1500;

const hashes = new WeakMap<HTMLElement, string>();
/** Drawn since the last look: nobody holds on to what has left the page. */
let drawn: HTMLElement[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

const isMissing = (element: HTMLElement) => element.isConnected && !element.querySelector('img')?.complete;

let observer: IntersectionObserver | undefined;

/** Blurs are for what is on the screen and not there yet: a lazy picture further down has not even been asked for. */
function watchMissing() {
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer!.unobserve(target);
      void paintLate(target as HTMLElement).catch(() => undefined);
    }
  });
  for (const element of drawn) if (isMissing(element)) observer.observe(element);
  drawn = [];
  timer = undefined;
}

async function paintLate(element: HTMLElement) {
  await new Promise((resolve) => setTimeout(resolve, element.querySelector('img') ? patience : 0));
  const hash = hashes.get(element);
  if (hash && isMissing(element)) (await import('./blurhash.js')).paint(element, hash);
}

class Backdrop extends Directive {
  #hash: string | undefined;

  render(_media: MediaAttachment) {
    return nothing;
  }

  override update({ element }: ElementPart, [{ blurhash, focus }]: [MediaAttachment]) {
    const { style } = element as HTMLElement;
    if (focus.x || focus.y) style.setProperty('--_focus', `${(focus.x + 1) * 50}% ${(1 - focus.y) * 50}%`);
    if (blurhash && blurhash !== this.#hash) {
      style.backgroundColor = meanColour((this.#hash = blurhash));
      hashes.set(element as HTMLElement, blurhash);
      drawn.push(element as HTMLElement);
      timer ??= setTimeout(watchMissing, patience);
    }
    return nothing;
  }
}

/** On an element around a picture: its colours before it is there, and the point that must stay in sight when it is cropped. */
export const backdrop = directive(Backdrop);
