/** Attachments that tests give to posts. */
import { raw } from './given.js';
import { town } from './town.js';

type Fields = Readonly<Record<string, unknown>>;

/** One attachment as the API says it. */
export const attachment = (fields: Fields = {}) => ({
  id: '1',
  type: 'image',
  url: 'https://files.example/original.png',
  preview_url: 'https://files.example/small.png',
  remote_url: null,
  description: 'A boat',
  meta: { original: { width: 800, height: 400 }, small: { width: 400, height: 200 } },
  blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
  ...fields,
});

/** A post with these attachments. */
export const withMedia = (attachments: readonly Fields[], status: Fields = {}) =>
  raw({ media_attachments: attachments.map(attachment), ...status });

/** So many pictures, each with a file and a description of its own. */
export const several = (count: number): Fields[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    url: `https://files.example/${at + 1}.png`,
    preview_url: `https://files.example/small-${at + 1}.png`,
    description: `Boat ${at + 1}`,
  }));

interface Shown {
  readonly id: string;
  readonly sensitive: boolean;
  readonly media_attachments: readonly {
    readonly type: string;
    readonly url: string | null;
    readonly preview_url: string;
  }[];
}

/** Posts that hold what a browser can really load and play, in a town of their own. */
export async function museum() {
  const here = await town();
  await here.control('POST', 'museum', {});
  const all: Shown[] = [];
  for (const person of ['museum', 'audio_guide']) {
    const path = `/api/v1/accounts/${await here.idOf(person)}/statuses?only_media=true&limit=40`;
    let page = await here.get<Shown[]>(path);
    for (; page.length; page = await here.get<Shown[]>(`${path}&max_id=${page.at(-1)!.id}`)) all.push(...page);
  }
  await here.forget();
  /** The first post that holds just these kinds, all of them ready. */
  const post = (...types: string[]) => {
    const found = all.find(
      ({ media_attachments: media, sensitive }) =>
        !sensitive && media.map(({ type }) => type).join() === types.join() && media.every(({ url }) => url),
    );
    if (!found) throw new Error(`There is no post of ${types.join()}`);
    return found;
  };
  return { here, post };
}
