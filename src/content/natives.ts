/**
 * The platform as it was when this module was loaded. A `<form>` whose input is named `childNodes` answers for its own
 * properties (R65), and a page may patch prototypes later (R92): neither reaches the functions kept here.
 */
/* eslint-disable @typescript-eslint/unbound-method -- methods are taken off on purpose, to be called through `uncurry` */

const uncurry = Function.prototype.bind.bind(Function.prototype.call) as <T, A extends unknown[], R>(
  method: (this: T, ...args: A) => R,
) => (self: T, ...args: A) => R;

const accessor = (prototype: object, name: string) =>
  Object.getOwnPropertyDescriptor(prototype, name) as Required<PropertyDescriptor>;
const getter = <R>(prototype: object, name: string) => uncurry(accessor(prototype, name).get as (this: Node) => R);

const { prototype: node } = Node;
const { prototype: element } = Element;

export const nodeType = getter<number>(node, 'nodeType');
export const firstChild = getter<Node | null>(node, 'firstChild');
export const nextSibling = getter<Node | null>(node, 'nextSibling');
export const textContent = getter<string>(node, 'textContent');
export const localName = getter<string>(element, 'localName');
export const namespace = getter<string>(element, 'namespaceURI');

export const hasAttributes = uncurry(element.hasAttributes);
export const getAttribute = uncurry(element.getAttribute);
export const setAttribute = uncurry(element.setAttribute);
export const query: (self: Element, selector: string) => Element | null = uncurry(element.querySelector);
export const append: (self: Node, child: Node) => void = uncurry(node.appendChild);
export const clone: (self: Element) => Node = uncurry(node.cloneNode);
export const setHtml = uncurry(accessor(element, 'innerHTML').set as (this: Element, html: string) => void);

export const createElement: (tag: string) => Element = document.createElement.bind(document);
export const createText = document.createTextNode.bind(document);

/** `RegExp.prototype.test` would look up `exec`, which a page may have patched. */
export const exec = uncurry(RegExp.prototype.exec);
