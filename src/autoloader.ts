/** Tag → the module that defines it. Importing a path made of pieces would hide it from bundlers and from the rule of floors. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'masto-auth': () => import('./elements/auth/auth.js'),
  'masto-compose': () => import('./elements/compose/compose.js'),
  'masto-login': () => import('./elements/login/login.js'),
  'masto-notifications': () => import('./elements/notifications/notifications.js'),
  'masto-status': () => import('./elements/status/status.js'),
  'masto-timeline': () => import('./elements/timeline/timeline.js'),
};

const loading = new Set<string>();

function load(tag: string) {
  const loader = Object.hasOwn(loaders, tag) && !customElements.get(tag) && !loading.has(tag) && loaders[tag];
  if (!loader) return;
  loading.add(tag);
  loader().catch((error: unknown) => {
    loading.delete(tag); // the next tag of that name may have more luck
    console.warn(`[masto-elements] <${tag}> could not be loaded; what stands inside it is shown instead.`, error);
  });
}

function discover(root: Element | Document | ShadowRoot) {
  if (root instanceof Element) load(root.localName);
  for (const element of root.querySelectorAll(':not(:defined)')) load(element.localName);
}

/** Loads the elements whose tags stand under `root`, and those that come later. Returns what stops it. */
export function autoload(root: Document | ShadowRoot | Element = document): () => void {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) discover(node);
  });
  observer.observe(root, { subtree: true, childList: true });
  discover(root);
  return () => observer.disconnect();
}

autoload();
