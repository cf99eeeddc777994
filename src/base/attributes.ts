const told = new Set<string>();

/** Tells a page's author, once, that an attribute makes no sense and what would. The tag shows it too, or goes on without. */
export function warnAttribute(tag: Element, attribute: string, value: string, instead: string): void {
  const text = `<${tag.localName} ${attribute}=${JSON.stringify(value)}>: ${instead}`;
  if (told.has(text)) return;
  told.add(text);
  console.warn(`[masto-elements] ${text}`);
}

/** The value when it is one of those an attribute may have; else the first of them, and a warning. */
export function oneOf<T extends string>(tag: Element, attribute: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  warnAttribute(tag, attribute, value, `is none of ${allowed.join(', ')}; "${allowed[0]}" is used`);
  return allowed[0]!;
}
