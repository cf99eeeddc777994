/**
 * Puts something into a text as if it had been typed: the browser’s own undo takes it back (by an old command, as nothing newer does), and `input` is heard.
 * @param range what it takes the place of; the selection, if left out
 */
export function insert(box: HTMLTextAreaElement, text: string, range?: readonly [number, number]): void {
  if (box.readOnly) return;
  const [start, end] = range ?? [box.selectionStart, box.selectionEnd];
  box.focus({ preventScroll: true });
  box.setSelectionRange(start, end);
  const typed = box.matches(':focus') && document.execCommand('insertText', false, text);
  if (typed) return;
  box.setRangeText(text, start, end, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}
