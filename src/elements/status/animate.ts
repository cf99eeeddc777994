import { mediaUrl } from '../../base/url.js';
import { moving } from '../../content/emojis.js';

/** Lets a custom emoji move as long as it is pointed at; never for those who have asked for less motion (R109). */
export function animate(image: HTMLImageElement): void {
  const url = mediaUrl(moving.get(image));
  if (!url || !matchMedia('(prefers-reduced-motion: no-preference)').matches || image.src === url) return;
  const still = image.src;
  image.src = url;
  image.addEventListener('pointerleave', () => (image.src = still), { once: true });
}
