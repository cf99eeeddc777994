import type { Reader } from './reader.js';
import { notificationKeys, readThrough, wordsOf } from './shown.js';
import { groupKeys, homeDownTo } from './truth.js';

/** What is wrong with a page, beside its server. */
export interface Comparison {
  readonly shown: number;
  readonly told: number;
  readonly twice: readonly string[];
  readonly missing: readonly string[];
  readonly strange: readonly string[];
  readonly different: readonly string[];
  readonly disordered: readonly string[];
  /** Where the notifications differ from the server's groups, as far as both go. */
  readonly notifications: readonly string[];
  /** Gaps, empty chunks, spinners. */
  readonly left: readonly string[];
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

async function unlikeGroups(reader: Reader): Promise<string[]> {
  const [shown, told] = [await reader.page.evaluate(notificationKeys), await groupKeys(reader)];
  if (!shown.length) return ['none are shown'];
  const most = Math.min(shown.length, told.length);
  return Array.from({ length: most }, (_, at) => at)
    .filter((at) => shown[at] !== told[at])
    .map((at) => `line ${at}: ${shown[at]} | ${told[at]}`);
}

/** Holds what the page shows, from its top to its bottom, to what the server tells. */
export async function compare(reader: Reader): Promise<Comparison> {
  const { page } = reader;
  const { posts, unseen, gaps, busy } = await page.evaluate(readThrough);
  const drawn = posts.filter(({ content }) => content !== undefined);
  const keys = posts.map(({ key }) => key);
  const told = await homeDownTo(reader, drawn.at(-1)!.key);
  const words = await page.evaluate(
    wordsOf,
    told.map(({ content }) => content),
  );
  const truth = new Map(told.map(({ key }, at) => [key, words[at]!]));
  const common = keys.filter((key) => truth.has(key));
  const order = new Map(told.map(({ key }, at) => [key, at]));
  return {
    shown: posts.length,
    told: told.length,
    twice: keys.filter((key, at) => keys.indexOf(key) !== at),
    missing: told.map(({ key }) => key).filter((key) => !keys.includes(key)),
    strange: drawn.map(({ key }) => key).filter((key) => !truth.has(key)),
    different: drawn
      .filter(({ key, content }) => truth.has(key) && letters(content!) !== truth.get(key))
      .map(({ key, content }) => `${key}: ${content!.slice(0, 60)} | ${truth.get(key)!.slice(0, 60)}`),
    disordered: common.filter((key, at) => at > 0 && order.get(key)! < order.get(common[at - 1]!)!),
    notifications: await unlikeGroups(reader),
    left: Object.entries({ gaps, 'empty chunks': unseen, 'still at it': busy })
      .filter(([, count]) => count)
      .map(([what, count]) => `${what}: ${count}`),
  };
}
