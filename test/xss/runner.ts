import type { Adapter } from './adapters.js';
import { post, sinks, type Raw } from './sinks.js';
import type { Vector } from './vectors.js';
import { watch } from './watch.js';

export interface Outcome {
  /** How many hostile strings stood in how many places, in all. */
  cases: number;
  /** What happened that must not. */
  hits: string[];
  /** What was drawn that does not belong: `what: where and for which string`. */
  strangers: string[];
}

/** How many posts stand on the page at a time. */
const chunk = 50;

const schemes = /^(?:https?|mailto|xmpp|gemini|magnet|matrix):/;
/** Attributes that lead somewhere, or load. */
const addresses = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcset', 'ping', 'background', 'cite'];

/** Asks the platform, not the element: a form answers for its own properties. */
function ask<T>(element: Element, name: string, ...args: unknown[]): T {
  const { get, value } = Object.getOwnPropertyDescriptor(Element.prototype, name) as Record<string, () => T>;
  return Reflect.apply((get ?? value) as () => T, element, args) as T;
}

function* inShadow(element: Element): Generator<Element> {
  const shadow = ask<ShadowRoot | null>(element, 'shadowRoot');
  if (shadow) yield* below(shadow);
}

/** All that is drawn below a node, and in the shadows there. */
function* below(root: Node): Generator<Element> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let element; (element = walker.nextNode() as Element | null);) {
    yield element;
    yield* inShadow(element);
  }
}

function* deep(root: Element): Generator<Element> {
  yield* inShadow(root);
  yield* below(root);
}

/** `tag` and `tag@attribute` of all that is drawn, and with an address that leads nowhere good, that too. */
function* drawn(container: Element): Generator<string> {
  for (const element of deep(container)) {
    const tag = ask<string>(element, 'localName');
    yield tag;
    for (const name of ask<string[]>(element, 'getAttributeNames')) {
      const value = ask<string>(element, 'getAttribute', name);
      yield `${tag}@${name}`;
      if (addresses.includes(name) && (!schemes.test(value) || name === 'srcset'))
        yield `${tag}@${name}=${value.slice(0, 40)}`;
    }
  }
}

/** What is huge is laid out for seconds: it goes where people write at length, and once where they do not. */
const long = ['content', 'content, with emoji', 'note', 'display_name'];
/** Whatever an adapter draws of its own. */
const never = /^(?:script|style|link|meta|base|iframe|object|embed|template)(?:@|$)|@(?:on|srcdoc)/;

const takes = ({ kind, payload }: Vector, sink: string) =>
  payload.length > 10_000 ? long.includes(sink) : kind !== 'url' || sinks[sink]?.url;

/** Draws one harmless post per place: what is drawn then is what an adapter may draw. */
async function harmless(adapter: Adapter, container: HTMLElement): Promise<Set<string>> {
  const posts = Object.values(sinks).flatMap(({ put, url }) =>
    (url ? ['https://media.allowed.example/x', ''] : ['x', '', '2026-02-02T00:00:00Z', 'private']).map((value) => {
      const status = post();
      put(status, value);
      return status;
    }),
  );
  await adapter.draw(posts, container);
  const found = new Set([...drawn(container)].filter((entry) => !never.test(entry)));
  container.replaceChildren();
  return found;
}

/**
 * Puts every string into every place that takes it, draws the posts and looks at what was drawn and what happened.
 * `every`: only each n-th pair of string and place, and every string as content; a prime reaches all places in turn.
 */
export async function attack(
  adapter: Adapter,
  vectors: readonly Vector[],
  { view = window, also = [] as readonly string[], every = 1 } = {},
): Promise<Outcome> {
  const container = view.document.createElement('div');
  view.document.body.append(container);
  const belongs = new Set([...(await harmless(adapter, container)), ...also]);
  const outcome: Outcome = { cases: 0, hits: [], strangers: [] };
  const seen = watch(view, ['media.allowed.example']);
  outcome.hits = seen.hits;

  const pairs = vectors.flatMap((vector) =>
    Object.keys(sinks)
      .filter((sink) => takes(vector, sink))
      .map((sink) => ({ vector, sink })),
  );
  const chosen = pairs.filter(({ sink }, index) => sink === 'content' || index % every === 0);
  for (let at = 0; at < chosen.length; at += chunk) {
    const now = chosen.slice(at, at + chunk);
    seen.now = `${now[0]?.vector.note} in ${now[0]?.sink}, or up to ${chunk} later`;
    const posts: Raw[] = now.map(({ vector: { payload }, sink }) => {
      const status = post();
      sinks[sink]?.put(status, payload);
      if (sinks[sink]?.loads && URL.canParse(payload)) seen.allow(new URL(payload).href);
      return status;
    });
    await adapter.draw(posts, container);
    outcome.cases += now.length;
    [...container.children].forEach((child, index) => {
      for (const entry of drawn(child))
        if (!belongs.has(entry)) outcome.strangers.push(`${entry}: ${now[index]?.vector.note} in ${now[index]?.sink}`);
    });
    if (view.document.activeElement && view.document.activeElement !== view.document.body)
      outcome.strangers.push(`focus: ${seen.now}`);
    await new Promise((resolve) => setTimeout(resolve));
    container.replaceChildren();
  }
  await seen.end();
  container.remove();
  return outcome;
}
