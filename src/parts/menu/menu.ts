import { html, type TemplateResult } from 'lit';

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];

const wordsOf = ({ textContent }: HTMLElement) => textContent.trim().toLowerCase();

/** The item that a key leads to; undefined when it leads nowhere. */
function target(items: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at < 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length > 1 || key === ' ') return undefined;
  const begins = (item: HTMLElement) => wordsOf(item).startsWith(key.toLowerCase());
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
}

function move(event: KeyboardEvent) {
  const menu = event.currentTarget as HTMLElement;
  if (event.key === 'Tab') return menu.hidePopover(); // the focus is back at the button, and goes on from there
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const items = itemsOf(menu);
  const next = target(items, items.indexOf(event.target as HTMLElement), event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What is chosen closes the menu; what is only switched does not. */
function choose(event: Event) {
  const item = (event.target as Element).closest('[role^=menuitem]');
  if (item && item.role !== 'menuitemcheckbox') (event.currentTarget as HTMLElement).hidePopover();
}

const buttonOf = (menu: HTMLElement) =>
  (menu.getRootNode() as ShadowRoot).querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`);

/** Not every browser gives the focus back out of a shadow tree; whoever has pressed elsewhere keeps theirs. */
function giveBack({ newState, currentTarget }: ToggleEvent) {
  const menu = currentTarget as HTMLElement;
  if (newState === 'closed' && menu.matches(':focus-within')) buttonOf(menu)?.focus({ preventScroll: true });
}

function tell({ newState, currentTarget }: ToggleEvent) {
  const button = buttonOf(currentTarget as HTMLElement);
  if (button) button.ariaExpanded = String(newState === 'open');
}

/** Opens the menu of a button with `popovertarget` by an arrow, as menus open everywhere. */
export function openByArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).click(); // not `showPopover()`: only a press makes the button the menu's anchor
}

/**
 * A menu as the browser's own popover: Escape and a press elsewhere are its. Its button has
 * `popovertarget`, `aria-haspopup="menu"` and `@keydown=${openByArrow}`; one item has `autofocus`, all `tabindex="-1"`.
 */
export const menu = (id: string, label: string, items: unknown): TemplateResult => html`
  <div class="menu" part="menu" popover id=${id} role="menu" aria-label=${label} tabindex="-1"
    @keydown=${move} @click=${choose} @beforetoggle=${giveBack} @toggle=${tell}>${items}</div>
`;
