/**
 * Defines `benchDrawn(expected)` in the page; stands alone, because it travels as text. It reads what a person can see
 * (content-visibility counts as seen, display:none and a closed <details> do not), whatever the markup, and tells for
 * each kind of thing how much of `expected` is there: `{ author: [20, 20], … }`, found before wanted.
 */
export function installDrawn() {
  const INLINE = new Set('A B BDI BDO CODE DATA EM I S SMALL SPAN STRONG TIME U'.split(' '));
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });

  function read(node, page) {
    if (node.nodeType === Node.TEXT_NODE) {
      page.joined += node.data;
      page.spaced += ` ${node.data} `;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|TEMPLATE|TITLE)$/.test(node.tagName)) return;
    if (node.tagName !== 'SLOT' && !seen(node)) return; // a slot has no box, and so would never be "visible"
    if (!INLINE.has(node.tagName)) page.joined += ' ';
    page.elements.push(node);
    const assigned = node.tagName === 'SLOT' ? node.assignedNodes() : [];
    for (const child of assigned.length ? assigned : (node.shadowRoot ?? node).childNodes) read(child, page);
    if (!INLINE.has(node.tagName)) page.joined += ' ';
  }

  const flat = (text) => text.replace(/[\s\u200b\u2066-\u2069]+/g, ' ').toLowerCase();
  const occurrences = (text, part) => text.split(part).length - 1;

  /** How many of `wanted` (a list with repeats) `count` finds; a thing that is wanted twice must be there twice. */
  function found(wanted, count) {
    const times = new Map();
    for (const item of wanted) times.set(item, (times.get(item) ?? 0) + 1);
    let sum = 0;
    for (const [item, needed] of times) sum += Math.min(needed, count(item));
    return [sum, wanted.length];
  }

  function list(values) {
    const times = new Map();
    for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
    return (item) => times.get(item) ?? 0;
  }

  globalThis.benchDrawn = ({ text, numbers, pictures, alternatives, links, times, actions }) => {
    const page = { joined: '', spaced: '', elements: [] };
    read(document.body, page);
    const joined = flat(page.joined);
    const spaced = flat(page.spaced);
    const inText = (item) => Math.max(occurrences(joined, flat(item)), occurrences(spaced, flat(item)));
    const all = (tag) => page.elements.filter(({ tagName }) => tagName === tag);
    const images = all('IMG');
    const result = {};
    for (const [kind, wanted] of Object.entries(text)) result[kind] = found(wanted, inText);
    for (const [kind, wanted] of Object.entries(pictures)) result[kind] = found(wanted, list(images.map((x) => x.src)));
    const words = list(spaced.split(' '));
    for (const [kind, wanted] of Object.entries(numbers)) result[kind] = found(wanted, words);
    result.alternatives = found(alternatives, list(images.map(({ alt }) => alt)));
    result.links = found(links, list(all('A').map(({ href }) => href)));
    const dates = all('TIME').filter(({ textContent }) => textContent.trim());
    result.times = found(times, list(dates.map(({ dateTime }) => new Date(dateTime).toISOString())));
    const controls = actions.selector ? page.elements.filter((element) => element.matches(actions.selector)) : [];
    result.actions = [Math.min(controls.length, actions.count), actions.count];
    return result;
  };
}
