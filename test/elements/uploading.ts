/** Files, and a reader who puts them into a form. */
import { all, focused, until } from '../helpers.js';
import { button, press, write } from './composing.js';
import type { Post } from './town.js';

/** A picture of one colour with a bright corner at its top left. */
export async function picture(name: string, width = 80, height = 60, type = 'image/png'): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#246';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fe0';
  context.fillRect(0, 0, width / 2, height / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  return new File([blob!], name, { type });
}

/** A file that a sandbox takes for what its first bytes say. */
export function image(name: string, type = 'image/png', bytes = 64, start = '\x89PNG'): File {
  const data = new Uint8Array(bytes);
  data.set([...start].map((letter) => letter.charCodeAt(0)).slice(0, bytes));
  return new File([data], name, { type });
}

/** Sounds and films: the sandbox works on them for a while. */
export const film = (name = 'ferry.mp4') => image(name, 'video/mp4', 64, '\0\0\0\x18ftypmp42');

/** As if they had been chosen in the browser's window, which no test can open. */
export async function add(tag: Element, ...files: File[]): Promise<void> {
  const input = all<HTMLInputElement>(tag, '[name=files]')[0]!;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => all(tag, '[role=group] [role=alert]').length, 'the files');
}

export const tilesOf = (tag: Element) => all(tag, '.upload-show');

interface Medium {
  readonly id: string;
  readonly type: string;
  readonly description: string | null;
  readonly meta: {
    readonly focus?: { readonly x: number; readonly y: number };
    readonly original?: { readonly width: number; readonly height: number };
  };
}

export const media = (post: Post) => post['media_attachments'] as Medium[];

export const sizeOf = ({ meta: { original } }: Medium) => `${original!.width}×${original!.height}`;

/** None is under way any more. */
export const areUp = (tag: Element) =>
  until(() => tilesOf(tag).length && !all(tag, '.upload-busy').length, 'the files being up');

/** Opens its dialog, writes, closes it. */
export async function describeNth(tag: Element, at: number, text: string): Promise<void> {
  await press(tilesOf(tag)[at]!);
  const box = await until(() => all(tag, 'dialog textarea')[0]);
  await until(() => focused() === box, 'the focus in the dialog');
  write(box, text);
  await press(button(tag, 'Done'));
  await until(() => !all(tag, 'dialog textarea').length);
}
