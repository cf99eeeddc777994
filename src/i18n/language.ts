/** The next element outwards, through slots and shadow roots. */
const outwards = (node: Element): Element | undefined => {
  const parent = node.assignedSlot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined;
};

/**
 * The language an element stands in: the closest `lang` attribute in the composed tree, else English.
 * `closest('[lang]')` stops at shadow roots and `:lang()` does not cross them in every browser, hence the walk.
 */
export function languageOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = outwards(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return 'en';
}
