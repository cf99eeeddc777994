/** A page of its own, in a frame: nothing is defined there before a test says so. */
import { mount, until } from '../helpers.js';

export interface Page {
  readonly window: Window & typeof globalThis;
  readonly body: HTMLElement;
  /** What was written to its console as warnings and errors, and thrown without being caught. */
  readonly said: string[];
  /** Loads a module and waits until it has run. */
  load(path: string): Promise<void>;
  /** The text that the tags below show. */
  text(): string;
}

/** All text below as it is drawn: shadow trees instead of children, and in them what is slotted. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (/^(?:STYLE|SCRIPT|TEMPLATE)$/.test(node.nodeName)) return '';
  const { shadowRoot } = node as Element;
  const slotted = node.nodeName === 'SLOT' ? (node as HTMLSlotElement).assignedNodes() : [];
  return [...(slotted.length ? slotted : (shadowRoot ?? node).childNodes)].map(textOf).join(' ');
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** A page may demand Trusted Types of whoever adds scripts to it: this test has a policy of its own. */
const policyOf = (window: Window) =>
  (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('test', { createScriptURL: (url) => url }) ?? {
    createScriptURL: (url: string) => url,
  };

function load(document: Document, policy: ReturnType<typeof policyOf>, path: string) {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = policy.createScriptURL(path);
  return new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${path} could not be loaded`));
    document.head.append(script);
  });
}

/** Opens the page; markup is what it has from the start. */
export async function page(markup = ''): Promise<Page> {
  const frame = mount('<iframe title="A page" style="inline-size: 500px; block-size: 600px"></iframe>')
    .firstElementChild as HTMLIFrameElement;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = '/test/elements/blank.html';
  await loaded;
  const window = frame.contentWindow as Page['window'];
  const policy = policyOf(window);
  const said: string[] = [];
  for (const level of ['warn', 'error'] as const)
    window.console[level] = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  window.addEventListener('error', ({ message }) => said.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  const { body } = window.document;
  body.innerHTML = markup;
  await until(() => window.document.readyState === 'complete');
  return { window, body, said, load: (path) => load(window.document, policy, path), text: () => textOf(body) };
}

export const auth = '/src/elements/auth/auth.ts';
export const timeline = '/src/elements/timeline/timeline.ts';
export const status = '/src/elements/status/status.ts';
