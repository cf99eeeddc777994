import { decodeBlurHash } from 'fast-blurhash';

/** Pixels a side; the browser stretches and smooths them. */
const size = 32;

/** Paints a blurhash behind what an element shows. A string that is none leaves the element as it is. */
export function paint(element: HTMLElement, hash: string): void {
  try {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(size, size);
    image.data.set(decodeBlurHash(hash, size, size));
    context.putImageData(image, 0, 0);
    element.style.backgroundImage = `url(${canvas.toDataURL()})`;
    element.style.backgroundSize = '100% 100%';
  } catch {
    // The mean colour is already there.
  }
}
