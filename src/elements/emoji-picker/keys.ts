import { arrow, type Grid } from './rows.js';

/** What a picker does for the keys. */
export interface Keyed {
  readonly grid: Grid;
  /** The place of the one that Tab leads to. */
  readonly at: number;
  readonly isRightToLeft: boolean;
  /** The focus goes to an emoji. */
  go(at: number): void;
  /** The focus goes to where one looks for emoji. */
  seek(): void;
  pick(at: number): void;
  /** Leads to a kind of emoji, the focus with it. */
  turn(button: HTMLButtonElement): void;
}

/** From emoji to emoji; up from the first line to where one looks for them. */
function move(picker: Keyed, key: string, isFar: boolean): boolean {
  const name = (isFar && { Home: 'First', End: 'Last' }[key]) || key;
  const to = arrow(picker.grid, picker.at, name, picker.isRightToLeft);
  if (to !== undefined) picker.go(to);
  else if (key === 'ArrowUp') picker.seek();
  else return false;
  return true;
}

/** From kind to kind. */
function turn(picker: Keyed, button: Element, key: string): boolean {
  const step = ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0) * (picker.isRightToLeft ? -1 : 1);
  const next = step > 0 ? button.nextElementSibling : step ? button.previousElementSibling : undefined;
  if (next instanceof HTMLButtonElement) picker.turn(next);
  return !!step;
}

/** A key in the field: down to the emoji, or the first of them. */
function seek(picker: Keyed, key: string): boolean {
  if (key === 'ArrowDown') picker.go(picker.at);
  else if (key === 'Enter') picker.pick(picker.at);
  else return false;
  return true;
}

/** What a key does in a picker. Whoever types among the emoji looks for one. */
export function type(event: KeyboardEvent, picker: Keyed): void {
  event.stopPropagation(); // the form has keys of its own
  const target = event.target as HTMLElement;
  const { key, ctrlKey, metaKey, altKey, isComposing, keyCode } = event;
  if (isComposing || keyCode === 229 || altKey || metaKey) return;
  const isCell = !!target.dataset['at'];
  if (isCell && key.length === 1 && key !== ' ' && !ctrlKey) return picker.seek();
  const taken = target.matches('input')
    ? seek(picker, key)
    : isCell
      ? move(picker, key, ctrlKey)
      : target.matches('.picker-kinds > button') && turn(picker, target, key);
  if (taken) event.preventDefault();
}
