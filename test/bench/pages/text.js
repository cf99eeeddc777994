/** A picture that moves nothing when it arrives. */
export function image(src, { className, width, height, alt = '' }) {
  const element = new Image();
  element.loading = 'lazy';
  element.decoding = 'async';
  if (className) element.className = className;
  element.width = width;
  element.height = height;
  element.alt = alt ?? '';
  element.src = src;
  return element;
}

/** Replaces :shortcode: in the text below `root` by the pictures of `emojis`. */
export function emojify(root, emojis) {
  if (!emojis.length) return;
  const byShortcode = new Map(emojis.map((emoji) => [emoji.shortcode, emoji]));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node; (node = walker.nextNode());) if (node.data.includes(':')) texts.push(node);
  for (const text of texts) {
    const pieces = text.data.split(/:(\w+):/);
    if (pieces.length < 3) continue;
    const fragment = document.createDocumentFragment();
    pieces.forEach((piece, i) => {
      const emoji = i % 2 && byShortcode.get(piece);
      const alt = `:${piece}:`;
      if (emoji) fragment.append(image(emoji.static_url, { className: 'em', width: 20, height: 20, alt }));
      else fragment.append(i % 2 ? alt : piece);
    });
    text.replaceWith(fragment);
  }
}

/** "3h". No Intl before the first paint: its first object in a renderer costs 13–30 ms (`npm run bench -- intl`). */
export function ago(time, now = Date.now()) {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 60) return `${seconds | 0}s`;
  if (seconds < 3600) return `${(seconds / 60) | 0}m`;
  if (seconds < 86400) return `${(seconds / 3600) | 0}h`;
  return `${(seconds / 86400) | 0}d`;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/** The average colour that a blurhash carries in its characters 2 to 5, as #rrggbb. */
export function averageColour(blurhash) {
  let value = 0;
  for (let i = 2; i < 6; i++) value = value * 83 + DIGITS.indexOf(blurhash[i]);
  return `#${value.toString(16).padStart(6, '0')}`;
}
