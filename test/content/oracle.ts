import DOMPurify from 'dompurify';
import { body } from '../../src/content/content.js';
import { html } from './helpers.js';

const tags = 'p br span a abbr del s pre blockquote code b strong u sub sup i em ul ol li ruby rt rp'.split(' ');
const headings = 'h1 h2 h3 h4 h5 h6'.split(' ');
const dropped =
  'script style template iframe object embed noscript noembed noframes xmp plaintext title textarea select svg math frameset frame head link meta base slot video audio canvas'.split(
    ' ',
  );

const plainAttributes = ['class', 'title', 'lang', 'dir', 'translate', 'start', 'reversed', 'value'];

/**
 * The second opinion (R93): another sanitiser with the same list. Undefined where it goes its own way: it throws away
 * forms whose inputs have telling names and all that carries `is`, cannot read a frameset, knows no TeX, and uses a
 * parser that disagrees with ours about noscript in Firefox.
 */
const purify = (given: string): DocumentFragment | undefined =>
  /<form|<frameset|<noscript|\bis=|<annotation/i.test(given)
    ? undefined
    : DOMPurify.sanitize('<!doctype html><body>' + given.toWellFormed(), {
        RETURN_DOM_FRAGMENT: true,
        ALLOWED_TAGS: ['#text', ...tags, ...headings],
        ALLOWED_ATTR: ['href', ...plainAttributes],
        ADD_URI_SAFE_ATTR: plainAttributes,
        ALLOWED_URI_REGEXP: /^\s*(?:https?|mailto|xmpp|gemini|magnet|matrix):/i,
        ALLOW_DATA_ATTR: false,
        ALLOW_ARIA_ATTR: false,
        // What is inside an attribute does no harm where nothing is ever parsed again.
        SAFE_FOR_XML: false,
        FORBID_CONTENTS: dropped,
      });

const ours = new Set(['rel', 'target', 'referrerpolicy']);

/** Elements and attributes, each with how often it is there; classes one by one, addresses as a URL spells them. */
function counted(root: ParentNode): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (entry: string) => counts.set(entry, (counts.get(entry) ?? 0) + 1);
  for (const element of root.querySelectorAll(':not(wbr)')) {
    const heading = headings.includes(element.localName);
    const tag = heading ? 'p' : element.localName;
    add(tag);
    if (heading) add('strong');
    for (const { name, value } of element.attributes) {
      if (ours.has(name)) continue;
      if (name === 'class') for (const token of new Set(value.split(/\s+/))) add(`${tag}.${token}`);
      else if (name === 'href') add(`${tag}@href=${URL.canParse(value) ? new URL(value).href : value}`);
      else add(`${tag}@${name}=${name === 'reversed' ? '' : visible(value)}`);
    }
  }
  return counts;
}

/** Without what either side may spell otherwise: white space, and characters that R81 and R82 replace. */
const visible = (text: string) => text.replace(replaced, '');
const replaced = /[\s\p{Cc}\ufdd0-\ufdef\ufffe\uffff\ufffd\u202a-\u202e\u2066-\u2069]/gu;

/** What a body has that the second opinion would not let in (R93); empty when it has less, or the same. */
export function moreThanOracle(given: string): string[] {
  const oracle = purify(given);
  if (!oracle) return [];
  const allowed = counted(oracle);
  return [...counted(body(given))].flatMap(([entry, count]) => {
    return count > (allowed.get(entry) ?? 0) ? [`${entry} ×${count} > ${allowed.get(entry) ?? 0}`] : [];
  });
}

/** The words both keep, without what R74 puts beside a link. Undefined where R72 or R79 replaced them, or the oracle has no say. */
export function words(given: string): { ours: string; oracle: string } | undefined {
  const oracle = purify(given);
  const fragment = body(given);
  const text = fragment.textContent ?? '';
  if (!oracle) return undefined;
  if (text.endsWith('…') && !fragment.querySelector(':not(wbr)')) return undefined;
  for (const link of fragment.querySelectorAll('a')) {
    const { host, pathname, protocol } = new URL(link.href);
    const beside = ` (${host || pathname || protocol})`;
    if (link.textContent === link.href) return undefined;
    if (link.textContent?.endsWith(beside)) link.textContent = link.textContent.slice(0, -beside.length);
  }
  return { ours: visible(fragment.textContent ?? ''), oracle: visible(oracle.textContent ?? '') };
}

/** R94: drawing, copying as HTML and drawing again. Undefined when both are the same, else where they part. */
export function unstable(given: string): { once: string; twice: string } | undefined {
  const once = html(body(given));
  const twice = html(body(once));
  if (once === twice) return undefined;
  let at = 0;
  while (once[at] === twice[at]) at++;
  return { once: once.slice(Math.max(0, at - 60), at + 60), twice: twice.slice(Math.max(0, at - 60), at + 60) };
}
