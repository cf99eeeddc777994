import type { World } from '../../demo/sandbox/world/world.js';
import type { StatusRow } from '../../demo/sandbox/world/rows.js';
import type { Scene } from './scene.js';
import type { Visitor } from './visitor.js';

/** What the reader's server has of it. */
export const harbour = (scene: Scene): World => scene.stage.servers[0]!.instance.world;

export const posts = (scene: Scene, text: string): StatusRow[] =>
  [...harbour(scene).statuses.values()].filter((one) => one.text === text);

/** Runs in the page: draws pictures and hands them to the form, as if they had been chosen. */
async function give(names: readonly string[]): Promise<void> {
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one, ...within(one.shadowRoot)] : [one]));
  const field = within(document).find((one) => one.matches('input[type=file]')) as HTMLInputElement;
  const files = new DataTransfer();
  for (const [at, name] of names.entries()) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = ['teal', 'tomato', 'gold'][at % 3]!;
    brush.fillRect(0, 0, 320, 240);
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'));
    files.items.add(new File([blob], name, { type: 'image/png' }));
  }
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export async function choose(visitor: Visitor, ...names: string[]): Promise<void> {
  await visitor.offers('Add pictures, a film or sound');
  await visitor.page.evaluate(give, names);
}

/** Until what is written is kept: half a second, as promised, and the next turn of the page. */
export const kept = (visitor: Visitor, text: string) =>
  visitor.until(async () => {
    const { local, session } = await visitor.stored();
    return JSON.stringify([...Object.values(local), ...Object.values(session)]).includes(text);
  }, `Not kept: ${text}`);
