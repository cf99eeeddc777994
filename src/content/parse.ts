import { setHtml, textContent } from './natives.js';

/** R79: what is longer, or has more tags, is not worth a parser's time. */
const longest = 400_000;
const mostTags = 6_000;
/** R79: how much of a body that is too big is shown, as plain text. */
const shown = 5_000;

/** The library's one Trusted Types policy, for the inert parser alone; undefined where the page forbids it (R86). */
function policy() {
  const types = (
    globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(html: string): string } } }
  ).trustedTypes;
  try {
    return types
      ? types.createPolicy('masto-elements', { createHTML: (html: string) => html })
      : { createHTML: String };
  } catch {
    return undefined;
  }
}

const trusted = policy();

/** A document that belongs to no window: nothing in it is loaded, run or upgraded. */
const inert = document.implementation.createHTMLDocument('').createElement('body');

/** Parses without running anything. Undefined where neither the policy nor the browser's own safe parser may be used. */
export function parse(html: string): Node | undefined {
  if (trusted) {
    setHtml(inert, trusted.createHTML(html));
    return inert;
  }
  const safe = (Document as { parseHTML?: (html: string, options: object) => Document }).parseHTML;
  return safe?.call(Document, '<body>' + html, { sanitizer: {} });
}

/** R79: the size gate before the parser. */
export const tooBig = (html: string) => html.length > longest || html.split('<', mostTags + 2).length > mostTags + 1;

/** The words between the tags, at most 5,000 characters: a scan, for whatever the parser shall not see. Linear in time. */
export function words(html: string): string {
  let text = '';
  for (let at = 0, tag; at < html.length && text.length < shown; at = html.indexOf('>', tag) + 1) {
    tag = html.indexOf('<', at);
    if (tag < 0) tag = html.length;
    text += html.slice(at, tag) + ' ';
    if (html.indexOf('>', tag) < 0) break;
  }
  const cut = text.slice(0, shown);
  const decoded = parse(cut);
  return decoded ? textContent(decoded) : cut;
}
