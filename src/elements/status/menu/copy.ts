/** Puts a text where the reader can paste it from; false when the browser does not let this page. To be called in a press. */
export async function copy(text: string, root: HTMLElement | DocumentFragment): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text, root); // no secure context, or a frame without the permission
  }
}

function copyOldWay(text: string, root: HTMLElement | DocumentFragment): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'hidden';
  box.readOnly = true;
  const had = (root as ShadowRoot).activeElement as HTMLElement | null;
  root.append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    had?.focus({ preventScroll: true });
  }
}
