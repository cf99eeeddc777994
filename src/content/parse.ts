import { setHtml, textContent } from './natives.js';

interface Policy {
  createHTML(html: string): string;
}

/** The library's one Trusted Types policy, for the inert parser alone; undefined where the page forbids it (R86). */
function policy(): Policy | undefined {
  const rules: Policy = { createHTML: (html) => html };
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
    return trustedTypes ? trustedTypes.createPolicy('masto-elements', rules) : rules;
  } catch {
    return undefined;
  }
}

const trusted = policy();

/** Belongs to the document of templates, which has no window: nothing in it is loaded, run or upgraded. */
const inert = document.createElement('template').content.ownerDocument.createElement('body');

/** Parses without running anything. Undefined where neither the policy nor the browser's own safe parser may be used. */
export function parse(html: string): Node | undefined {
  if (trusted) {
    setHtml(inert, trusted.createHTML(html));
    return inert;
  }
  return (Document as { parseHTML?(html: string, options: object): Document }).parseHTML?.('<body>' + html, {
    sanitizer: {},
  });
}

/** R79: how much is shown of a body that is not parsed. */
const shown = 5_000;

/** The words between the tags, for whatever the parser is not given. Linear in time. */
export function words(html: string): string {
  const text = html
    .slice(0, 10 * shown)
    .split('<')
    .map((part, index) => part.slice(index && part.indexOf('>') + 1))
    .join(' ')
    .slice(0, shown);
  const decoded = parse(text);
  return decoded ? textContent(decoded) : text;
}
