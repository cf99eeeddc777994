import type { Vector } from '../xss/vectors.js';

/** How many hostile strings lie beside the checkout, when they do. */
const there = 1_319;

/** The hostile strings beside the checkout; none where they are absent, which is said once. */
export async function sharedVectors(): Promise<readonly Vector[]> {
  const answer = await fetch('/__shared/data/xss/vectors.json');
  if (!answer.ok) {
    console.log(`${there} cases not run: the shared hostile strings are not here.`);
    return [];
  }
  const list = (await answer.json()) as { note: string; payload: string }[];
  return list.map(({ note, payload }) => ({ note, payload, kind: note.split(' ')[0] as Vector['kind'] }));
}

/** The contents of recorded posts; none where they are absent. */
export async function sharedContents(): Promise<readonly string[]> {
  const answer = await fetch('/__shared/data/fixtures/statuses.json');
  if (!answer.ok) {
    console.log('163 cases not run: the recorded posts are not here.');
    return [];
  }
  const list = (await answer.json()) as { entity: { content?: string } }[];
  return list.flatMap(({ entity }) => (entity.content ? [entity.content] : []));
}
