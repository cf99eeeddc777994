import { withoutAnswer } from '../auth/arrival.js';

/** The page, as drafts know it: some pages live in their query, and a sign-in adds to it. */
export function ownAddress(): string {
  const { pathname, search } = new URL(withoutAnswer(location.href));
  return pathname + search;
}

const numbers = new WeakMap<Element, number>();

/** Which of the page's forms this is, among those that answer nothing: its place when it came, unless another has it. */
export function formNumber(form: Element): string {
  const root = form.getRootNode() as ParentNode;
  const all = [...(root.querySelectorAll?.('masto-compose:not([in-reply-to])') ?? [])];
  const taken = new Set(all.map((each) => numbers.get(each)));
  let number = all.indexOf(form);
  while (taken.has(number)) number++;
  numbers.set(form, number);
  return `#${number}`;
}

/**
 * Ctrl+Enter, or ⌘+Enter, posts. Not while a word is being put together by an input method, whose Enter takes the word (R183; Safari
 * tells it by the code 229 alone), and not again while the keys are held.
 */
export const sends = ({ key, ctrlKey, metaKey, isComposing, keyCode, repeat }: KeyboardEvent): boolean =>
  key === 'Enter' && (ctrlKey || metaKey) && !isComposing && keyCode !== 229 && !repeat;
