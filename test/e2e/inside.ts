/** What runs in a page under test: each function is sent there, and stands on its own. */

export interface Wanted {
  readonly kind: 'button' | 'field';
  /** Of a RegExp that its accessible name fits. */
  readonly name: string;
  /** The tag that it is a part of. */
  readonly tag?: string | undefined;
}

/** Where something with this name can be pressed: through open shadow roots, seen, enabled, covered by nothing. */
export function spotOf({ kind, name, tag = '*' }: Wanted): { x: number; y: number } | undefined {
  const pattern = new RegExp(name, 's');
  const pressed = 'button, a[href], [role=button], [role^=menuitem], [type=checkbox], [type=radio], summary';
  const selector = kind === 'field' ? 'input:not([type=checkbox], [type=radio]), textarea, select' : pressed;
  const all = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) =>
      one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
    );
  const nameOf = (one: HTMLElement) => {
    const [label] = (one as HTMLInputElement).labels ?? [];
    return (one.ariaLabel ?? (label ?? one).textContent ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .trim()
      .replace(/\s+/g, ' ');
  };
  for (const one of all(document)) {
    const host = (one.getRootNode() as Partial<ShadowRoot>).host ?? one;
    if (!one.matches(selector) || !host.matches(tag) || !pattern.test(nameOf(one))) continue;
    one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // Of words that are broken, the first line.
    const { left = 0, top = 0, width = 0, height = 0 } = one.getClientRects()[0] ?? {};
    const [x, y] = [left + width / 2, top + height / 2];
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit; inner?.shadowRoot; hit = inner ?? hit) {
      const next = inner.shadowRoot.elementFromPoint(x, y);
      inner = next === inner ? null : next;
    }
    if (width && one.contains(hit) && !one.matches(':disabled, [aria-disabled=true]')) return { x, y };
  }
  return undefined;
}

/** Everything that can be read on the page, shadow roots included, with single spaces. */
export function visibleText(): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || /^(script|style|template)$/.test(node.localName)) return '';
    const { display } = getComputedStyle(node);
    if (display === 'none') return '';
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const children = assigned.length ? assigned : [...(node.shadowRoot ?? node).childNodes];
    const value = node instanceof HTMLTextAreaElement ? node.value : '';
    const text = value || children.map(read).join('');
    return display === 'inline' ? text : ` ${text} `;
  };
  return read(document.body).replace(/\s+/g, ' ').trim();
}

/** All that is kept under the origin: place → key → text. */
export const stored = () =>
  ({ local: { ...localStorage }, session: { ...sessionStorage } }) as Record<
    'local' | 'session',
    Record<string, string>
  >;
