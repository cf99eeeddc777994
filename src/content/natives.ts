/**
 * The platform as it was when this module was loaded. A `<form>` whose input is named `childNodes` answers for its own
 * properties (R65), and a page may patch prototypes later (R92): neither reaches the functions kept here.
 */

type Own = Partial<Record<'get' | 'set' | 'value', () => unknown>>;

/** A method as a function of its object. Bound, so that nothing is looked up when it is called. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is bound right here
const uncurry = Function.prototype.bind.bind(Function.prototype.call) as (method: unknown) => unknown;

const own = (prototype: object, name: string) => Object.getOwnPropertyDescriptor(prototype, name) as Own;

/** Methods and getters of a prototype. */
const take = (prototype: object, names: string): unknown =>
  names.split(' ').map((name) => {
    const member = own(prototype, name);
    return uncurry(member.get ?? member.value);
  });

export const [nodeType, firstChild, nextSibling, textContent, append, clone] = take(
  Node.prototype,
  'nodeType firstChild nextSibling textContent appendChild cloneNode',
) as [
  (self: Node) => number,
  (self: Node) => Node | null,
  (self: Node) => Node | null,
  (self: Node) => string,
  (self: Node, child: Node) => void,
  (self: Element) => Element,
];

export const [localName, namesOf, getAttribute, setAttribute, query] = take(
  Element.prototype,
  'localName getAttributeNames getAttribute setAttribute querySelector',
) as [
  (self: Element) => string,
  (self: Element) => readonly string[],
  (self: Element, name: string) => string | null,
  (self: Element, name: string, value: string) => void,
  (self: Element, selector: string) => Element | null,
];

export const setHtml = uncurry(own(Element.prototype, 'innerHTML').set) as (self: Element, html: string) => void;

/** `RegExp.prototype.test` would look up `exec`, which a page may have patched. */
export const [exec] = take(RegExp.prototype, 'exec') as [(self: RegExp, text: string) => RegExpExecArray | null];

export const createElement = document.createElement.bind(document) as (tag: string) => Element;
export const createText = document.createTextNode.bind(document);
