/** How many letters a line may hold, by and large: what is folded is so at any width, and before anything is laid out. */
const lineLength = 60;

/** Longer posts are folded, in lines. */
const longest = 18;

/** So many lines of them are shown, by and large. */
const kept = 7;

const blocks = new Set(['P', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI']);

/** What is not cut in two, if it need not be. */
const whole = 'a, code, pre, ruby, li';

type Place = readonly [node: Node, offset: number];

/** Before a node, in its parent. */
const before = (node: ChildNode): Place => [node.parentNode!, [...node.parentNode!.childNodes].indexOf(node)];

/** Second halves of letters, and what belongs to the letter before it. */
const goesOn = /^[\udc00-\udfff\p{M}\u200d]/u;

/** The end of the last word that fits; where there are no blanks, of the last letter (R184). */
function wordEnd(text: Text, at: number): Place {
  const { data } = text;
  let end = data.lastIndexOf(' ', at);
  if (end <= 0) for (end = at; end > at - 100 && (goesOn.test(data.slice(end)) || data[end - 1] === '\u200d');) end--;
  return [text, Math.max(0, end)];
}

/** Whether anything stands before a place. */
function leavesWords(box: Element, [node, offset]: Place): boolean {
  const range = new Range();
  range.setStart(box, 0);
  range.setEnd(node, offset);
  return !!range.toString().trim();
}

/** The place where a line ends that is one too many; undefined in a short post. */
function placeIn(box: HTMLElement): Place | undefined {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let [lines, column] = [0, 0];
  let place: Place | undefined;
  const next = () => {
    lines += Math.max(1, Math.ceil(column / lineLength));
    column = 0;
  };
  for (let node = walker.nextNode(); node && lines <= longest; node = walker.nextNode()) {
    const isBlock = blocks.has(node.nodeName);
    if ((isBlock && column) || node.nodeName === 'BR') next();
    // A paragraph that begins near the end of what is kept is a better place than the middle of one.
    if (!place && isBlock && node.parentNode === box && lines >= kept - 2) place = before(node as ChildNode);
    if (!(node instanceof Text) || node.parentElement!.matches('.invisible')) continue;
    const room = Math.max(0, (kept - lines) * lineLength - column);
    if (!place && room < node.length) {
      const inside = node.parentElement!.closest(whole);
      const outside = inside && box.contains(inside) ? before(inside) : undefined;
      place = outside && leavesWords(box, outside) ? outside : wordEnd(node, room);
    }
    const rows = node.data.split('\n');
    column += node.length;
    if (rows.length > 1 && node.parentElement!.closest('pre')) {
      lines += rows.length - 1;
      column = rows.at(-1)!.length;
    }
  }
  next();
  return lines > longest ? place : undefined;
}

/** What of a post is shown when it is folded, and what is not. */
export interface Cut {
  readonly head: HTMLElement;
  readonly rest: HTMLElement;
}

/** Cuts the words of a long post in two, each in a box of the same kind; the box itself stays whole. Undefined for a short one. */
export function cut(box: HTMLElement): Cut | undefined {
  const head = box.cloneNode(true) as HTMLElement;
  const place = placeIn(head);
  if (!place || !leavesWords(head, place)) return undefined;
  const range = new Range();
  range.setStart(...place);
  range.setEnd(head, head.childNodes.length);
  const rest = box.cloneNode() as HTMLElement;
  rest.append(range.extractContents());
  const [list, above] = [rest.firstElementChild, head.lastElementChild];
  // A list goes on counting.
  if (list instanceof HTMLOListElement && above instanceof HTMLOListElement)
    list.start = above.start + above.childElementCount;
  head.classList.add('content-folded');
  rest.classList.add('content-rest');
  return { head, rest };
}
