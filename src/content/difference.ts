import { changes, type Step } from '../base/changes.js';
import { clean } from '../base/text.js';
import type { CustomEmoji } from '../mastodon/entities.js';
import { build } from './build.js';
import { treeOf } from './content.js';
import { pictures } from './emojis.js';
import { words } from './parse.js';
import { addText, type Plain, type Tree } from './tree.js';

/** What is said before and after something that was taken out or put in, for whoever does not see how it is marked. */
export interface Spoken {
  readonly removed: string;
  readonly added: string;
  readonly end: string;
}

/** How two versions of something differ. */
export interface Difference {
  /** The later one, with what was taken out and put in as `<del>` and `<ins>`. */
  readonly shown: DocumentFragment;
  readonly same: boolean;
  /** They have too little in common: the later one is shown as it is. */
  readonly other: boolean;
}

/** A word, what stands between two, or an element without text, and all elements around it. */
interface Token {
  readonly text: string;
  /** Two tokens are the same when this is: the same word that leads elsewhere is another one. */
  readonly key: string;
  readonly path: readonly Plain[];
}

/** Scripts that are written without blanks: only the browser knows their words. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** Made once: it costs more than what it does. */
let segmenter: Intl.Segmenter | undefined;

function wordsOf(text: string): readonly string[] {
  // A shortcode stays whole, for a picture may take its place.
  const pieces = text.match(/:\w{1,64}:|\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}:]+|:/gu) ?? [];
  return pieces.flatMap((piece) => {
    if (!unspaced.test(piece) || typeof Intl.Segmenter !== 'function') return piece;
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    return [...segmenter.segment(piece)].map(({ segment }) => segment);
  });
}

function tokensOf(tree: Tree, path: readonly Plain[] = [], target = ''): Token[] {
  return tree.flatMap((kid) => {
    if (typeof kid === 'string') return wordsOf(kid).map((text) => ({ text, key: text + target, path }));
    const around = [...path, kid];
    if (!kid.kids.length) return { text: '', key: `<${kid.tag}>`, path: around };
    return tokensOf(kid.kids, around, kid.tag === 'a' ? `\n${kid.attributes.href}` : target);
  });
}

const isBlank = (token: Token | undefined) => !!token?.text && !token.text.trim();

/** A blank between two changes belongs to them: nobody wants to read a sentence in tatters. What is taken out comes first. */
function tidy(steps: readonly Step[], after: readonly Token[]): Step[] {
  const isKept = ([from, to]: Step) => from !== undefined && to !== undefined;
  const out: Step[] = [];
  let added: Step[] = [];
  steps.forEach((step, at) => {
    const [from, to] = step;
    const between = isKept(step) && isBlank(after[to!]) && at > 0 && steps[at + 1];
    if (between && !isKept(steps[at - 1]!) && !isKept(between)) {
      out.push([from, undefined]);
      added.push([undefined, to]);
    } else if (from === undefined) added.push(step);
    else {
      if (to !== undefined) {
        out.push(...added);
        added = [];
      }
      out.push(step);
    }
  });
  return [...out, ...added];
}

const hidden = (text: string): Plain => ({ tag: 'span', attributes: { class: 'hidden' }, kids: [text] });

/** Puts tokens one after the other into a new tree, opening and closing the elements that they stand in. */
class Weaver {
  readonly tree: Tree = [];
  #open: { readonly of: Plain; readonly copy: Plain }[] = [];
  /** The elements of the earlier version, and those that have taken their place. */
  readonly #twins = new Map<Plain, Plain>();
  #mark: Plain | undefined;

  constructor(private readonly spoken: Spoken) {}

  keep(before: Token, after: Token): void {
    this.#end();
    for (const [at, plain] of before.path.entries()) {
      if (plain.tag !== after.path[at]?.tag) break;
      this.#twins.set(plain, after.path[at]);
    }
    addText(this.#enter(after.path), after.text);
  }

  change(kind: 'removed' | 'added', { text, path }: Token): void {
    // A line break that is gone is not drawn: it would be one.
    if (kind === 'removed' && !text) return;
    const kids = this.#enter(kind === 'added' ? path : path.map((plain) => this.#twins.get(plain) ?? plain));
    const last = kids.at(-1);
    if (!text) return;
    if (last !== this.#mark || !this.#mark || this.#mark.attributes.class !== kind) {
      this.#end();
      const tag = kind === 'added' ? 'ins' : 'del';
      this.#mark = { tag, attributes: { class: kind }, kids: [hidden(`${this.spoken[kind]} `)] };
      kids.push(this.#mark);
    }
    addText(this.#mark.kids, text);
  }

  #end() {
    this.#mark?.kids.push(hidden(` ${this.spoken.end}`));
    this.#mark = undefined;
  }

  end(): Tree {
    this.#end();
    return this.tree;
  }

  /** The kids of the innermost of these elements, which is open from now on. */
  #enter(path: readonly Plain[]): Tree {
    let same = 0;
    while (same < path.length && this.#open[same]?.of === path[same]) same++;
    if (same < this.#open.length || same < path.length) this.#end();
    this.#open.length = same;
    for (const of of path.slice(same)) {
      const copy = { ...of, kids: [] };
      (this.#open.at(-1)?.copy.kids ?? this.tree).push(copy);
      this.#open.push({ of, copy });
    }
    return this.#open.at(-1)?.copy.kids ?? this.tree;
  }
}

function weave(before: Tree, after: Tree, spoken: Spoken): { tree: Tree; same: boolean; other: boolean } {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const steps = changes(keys(old), keys(young));
  if (!steps) return { tree: after, same: false, other: true };
  const weaver = new Weaver(spoken);
  for (const [from, to] of tidy(steps, young)) {
    if (from === undefined) weaver.change('added', young[to!]!);
    else if (to === undefined) weaver.change('removed', old[from]!);
    else weaver.keep(old[from]!, young[to]!);
  }
  return {
    tree: weaver.end(),
    same: steps.every(([from, to]) => from !== undefined && to !== undefined),
    other: false,
  };
}

function dress(from: Tree | undefined, to: Tree, emojis: readonly CustomEmoji[], spoken: Spoken): Difference {
  const { tree, same, other } = from ? weave(from, to, spoken) : { tree: to, same: true, other: false };
  const shown = document.createDocumentFragment();
  build(tree, shown, { put: emojis.length ? pictures(emojis) : undefined });
  return { shown, same, other };
}

const plain = (html: string): Tree => treeOf(html) ?? [clean(words(html))];

/**
 * How one version of a stranger's HTML differs from the one before, as safe nodes (R84). The words are compared, and where
 * links lead; whatever both say goes through the same rules as any body.
 * @param before undefined for the first version: nothing is marked
 */
export const difference = (
  before: string | undefined,
  after: string,
  emojis: readonly CustomEmoji[],
  spoken: Spoken,
): Difference => dress(before === undefined ? undefined : plain(before), plain(after), emojis, spoken);

/** As `difference`, for plain text: a warning, a description, a choice of a poll. */
export const textDifference = (
  before: string | undefined,
  after: string,
  emojis: readonly CustomEmoji[],
  spoken: Spoken,
): Difference => dress(before === undefined ? undefined : [before], [after], emojis, spoken);
