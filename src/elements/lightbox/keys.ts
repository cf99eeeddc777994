/** What a key wishes of a lightbox. `stay`: nothing, and the page behind shall not scroll either. */
export type KeyWish =
  | 'close'
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'larger'
  | 'smaller'
  | 'reset'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'stay';

const keys: Readonly<Record<string, KeyWish>> = {
  PageUp: 'previous',
  PageDown: 'next',
  Home: 'first',
  End: 'last',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'reset',
};

const arrows: Readonly<Record<string, KeyWish>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Arrows move what is enlarged; else they turn, as the page is read. Players and text keep the keys that are theirs. */
export function keyWish(event: KeyboardEvent, isZoomed: boolean, isRightToLeft: boolean): KeyWish | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  const [target] = event.composedPath();
  if (ctrlKey || metaKey || altKey || target instanceof HTMLMediaElement) return undefined;
  const isText = target instanceof Element && target.matches('.text');
  const arrow = arrows[key];
  if (!arrow) {
    if (key === ' ') return target instanceof HTMLButtonElement || isText ? undefined : 'stay';
    return isText && !/^[-+=0]$/.test(key) ? undefined : keys[key];
  }
  const isSideways = arrow === 'left' || arrow === 'right';
  if (isText && !isSideways) return undefined;
  if (isZoomed) return arrow;
  if (!isSideways) return 'stay';
  return (arrow === 'right') === isRightToLeft ? 'previous' : 'next';
}
