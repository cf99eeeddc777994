/** What tests of tags share: markup in, what is seen and dispatched out. Shadow roots are open books to a test, as they are to an eye. */

/** Kept before a test may put another clock in their place. */
const real = { setTimeout: globalThis.setTimeout.bind(globalThis), now: () => performance.now() };

/** Real milliseconds, whatever clock the page has. */
export const pause = (ms = 0) => new Promise<void>((resolve) => void real.setTimeout(resolve, ms));

const stages = new Set<HTMLElement>();

/** Puts markup on the page, in a box of its own that goes with the test. */
export function mount(markup: string, style = ''): HTMLElement {
  const stage = document.createElement('div');
  stage.style.cssText = style;
  stages.add(stage);
  document.body.append(stage);
  stage.innerHTML = markup;
  return stage;
}

/** As `mount`, for a single tag: gives that tag. */
export const tagOf = <T extends HTMLElement = HTMLElement>(markup: string, style?: string): T =>
  mount(markup, style).firstElementChild as T;

afterEach(() => {
  for (const stage of stages) stage.remove();
  stages.clear();
});

/** The children as they are drawn: a host's shadow tree, what is slotted, or a slot's own content. */
function drawnChildren(node: Element | ShadowRoot): readonly Node[] {
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length) return assigned;
  }
  return [...node.childNodes];
}

/** All elements below, in the order they are drawn, through shadow roots and slots. */
export function* drawn(root: Element | ShadowRoot): Generator<Element> {
  for (const child of drawnChildren(root)) {
    if (!(child instanceof Element)) continue;
    yield child;
    yield* drawn(child);
  }
}

/** What matches a selector, wherever it stands. The selector sees one tree at a time. */
export const all = <T extends Element = HTMLElement>(root: Element, selector: string): T[] =>
  [...drawn(root)].filter((element): element is T => element.matches(selector));

/** The first of these. Throws when there is none. */
export function first<T extends Element = HTMLElement>(root: Element, selector: string): T {
  for (const element of drawn(root)) if (element.matches(selector)) return element as T;
  throw new Error(`${selector} is not there. Seen: ${seen(root).slice(0, 500)}`);
}

/** A part as `::part` names it. */
export const part = (root: Element, name: string) => first(root, `[part~="${name}"]`);
export const parts = (root: Element, name: string) => all(root, `[part~="${name}"]`);

const isHidden = (element: Element) => {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
};
const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE']);

function* pieces(node: Node): Generator<string> {
  if (node instanceof Text) yield node.data;
  if (!(node instanceof Element) || unseen.has(node.nodeName)) return;
  const { display, visibility, fontSize } = getComputedStyle(node);
  if (display === 'none' || visibility === 'hidden' || fontSize === '0px') return;
  if (node instanceof HTMLBRElement) yield '\n';
  if (node instanceof HTMLImageElement) yield node.alt;
  const apart = !display.startsWith('inline') && display !== 'contents';
  if (apart) yield '\n';
  for (const child of drawnChildren(node)) yield* pieces(child);
  if (apart) yield '\n';
}

/** The text that a reader sees, pictures by their alternative text; blocks on lines of their own, white space as one blank. */
export const seen = (root: Element): string =>
  [...pieces(root)]
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();

/** How an element is called by assistive technology; enough of the algorithm for what is drawn here. */
export const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? (seen(element) || element.getAttribute('title') || '')).trim();

const roles: Readonly<Record<string, string>> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  img: 'img[alt]:not([alt=""]), [role=img]',
  article: '[role=article], article',
  heading: 'h1, h2, h3, h4, h5, h6',
  alert: '[role=alert]',
  status: '[role=status]',
  feed: '[role=feed]',
  progressbar: 'progress',
  menuitem: '[role=menuitem]',
};

/** All that is shown with a role, and with a name that matches. */
export const byRole = (root: Element, role: keyof typeof roles, name?: RegExp | string): HTMLElement[] =>
  all(root, roles[role]!).filter(
    (element) =>
      !isHidden(element) &&
      (name === undefined || (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)))),
  );

/** All buttons but the one of its menu, which every post has. */
export const buttonsOf = (root: Element) => byRole(root, 'button').filter((button) => !button.matches('.more'));

/** The one of these. Throws when there is none, or more. */
export function theOne(root: Element, role: keyof typeof roles, name?: RegExp | string): HTMLElement {
  const found = byRole(root, role, name);
  if (found.length === 1) return found[0]!;
  throw new Error(`${found.length} × ${role} ${String(name ?? '')}. Seen: ${seen(root).slice(0, 500)}`);
}

/** The posts that are drawn, in order. */
export const posts = (root: Element) => all(root, 'masto-status');

/** Said with what did not come: a window that has lost the focus hears no `focus`, and no key. */
const unfocused = () => (document.hasFocus() ? '' : ' (This window has not the focus.)');

/** Waits until a condition holds; what it throws meanwhile is the reason why it does not. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = 'what was waited for',
  ms = 20_000,
): Promise<NonNullable<T>> {
  const end = real.now() + ms;
  for (;;) {
    let why: unknown = '';
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      why = error;
    }
    if (real.now() > end) throw new Error(`${what} did not come within ${ms} ms.${unfocused()} ${String(why)}`);
    await pause(15);
  }
}

/** Waits until this text is seen. */
export function appears(root: Element, text: string | RegExp, ms?: number): Promise<true> {
  const has = () => (typeof text === 'string' ? seen(root).includes(text) : text.test(seen(root)));
  return until(
    () => {
      if (has()) return true as const;
      throw new Error(`Seen: ${seen(root).slice(0, 800)}`);
    },
    `“${String(text)}”`,
    ms,
  );
}

/** Waits until a tag is in a state, or, for `undefined`, in none. */
export const inState = (tag: Element, state: 'loading' | 'empty' | 'failed' | 'signed-out' | undefined, ms?: number) =>
  until(
    () => {
      const states = ['loading', 'empty', 'failed', 'signed-out'].filter((name) => tag.matches(`:state(${name})`));
      if (states.join() === (state ?? '') && (state === 'loading' || tag.shadowRoot?.childElementCount)) return true;
      throw new Error(`It is “${states.join()}”. Seen: ${seen(tag).slice(0, 500)}`);
    },
    `state ${state ?? 'none'}`,
    ms,
  );

/** Waits for an event at a target. */
export const heard = <K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
  ms = 20_000,
): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve, reject) => {
    const late = () =>
      reject(
        new Error(`${type} was not dispatched within ${ms} ms.${unfocused()} Seen: ${seen(target).slice(0, 500)}`),
      );
    real.setTimeout(late, ms);
    target.addEventListener(type, resolve, { once: true });
  });

/** What is written to the console while a test runs, by level; it is not printed. */
export function listenToConsole(): { warn: string[]; error: string[] } {
  const lines = { warn: [] as string[], error: [] as string[] };
  const { warn, error } = console;
  const into =
    (to: string[]) =>
    (...words: unknown[]) =>
      void to.push(words.map(String).join(' '));
  console.warn = into(lines.warn);
  console.error = into(lines.error);
  undo.push(() => Object.assign(console, { warn, error }));
  return lines;
}

const undo: (() => void)[] = [];

/** Puts something else in the place of a member of an object until the test is over. */
export function replace<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  undo.push(() => {
    if (own) Object.defineProperty(object, key, own);
    else delete object[key];
  });
}

afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
});

/**
 * Makes the page's time run faster, until the test is over: every wait of a second or more is over sooner, and the date
 * moves on as if it had not been. What is shorter (a frame, a debounce) stays as it is.
 */
export function hurry(times: number): void {
  const start = Date.now();
  const from = real.now();
  const { setTimeout: wait, setInterval: repeat } = globalThis;
  const shorter = (ms = 0) => (ms >= 1000 ? ms / times : ms);
  replace(Date, 'now', () => Math.round(start + (real.now() - from) * times));
  replace(globalThis, 'setTimeout', ((run: TimerHandler, ms?: number, ...more: unknown[]) =>
    wait(run, shorter(ms), ...more)) as typeof setTimeout);
  replace(globalThis, 'setInterval', ((run: TimerHandler, ms?: number, ...more: unknown[]) =>
    repeat(run, shorter(ms), ...more)) as typeof setInterval);
}

/** A failure that holds a node would be sent to the runner with all that hangs on it, and the run end by its time limit. */
afterEach(function () {
  const failure = this.currentTest?.err as { actual?: unknown; expected?: unknown } | undefined;
  for (const key of ['actual', 'expected'] as const)
    if (failure?.[key] instanceof Node) failure[key] = failure[key].nodeName;
});

/** What has the focus, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Ends what appears, unfolds and changes colour, wherever it is drawn: on a busy machine that takes longer than it says. */
export async function atRest(root: Element): Promise<void> {
  await pause(50);
  for (const element of [root, ...drawn(root)])
    for (const animation of element.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  await pause(50);
}
