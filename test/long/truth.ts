import type { Reader } from './reader.js';

/** A post as a server tells it: what of it can be compared with what a page shows. */
export interface Told {
  readonly key: string;
  /** Letters and digits of what it says, of its author's name and its warning: what is drawn between them is left out. */
  readonly content: string;
}

interface Raw {
  readonly id: string;
  readonly uri: string;
  readonly content: string;
  readonly reblog: Raw | null;
}

/** The reader's home timeline as their server has it, the newest first, down to this post. */
export async function homeDownTo(reader: Reader, last: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let path = '/api/v1/timelines/home?limit=40'; path;) {
    const answer = await reader.ask(path);
    const posts = (await answer.json()) as Raw[];
    for (const { uri, content, reblog } of posts) {
      told.push({ key: uri, content: reblog?.content ?? content });
      if (uri === last) return told;
    }
    path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  }
  throw new Error(`The server has no ${last}.`);
}

/** The keys of the reader's newest groups of notifications. */
export async function groupKeys(reader: Reader): Promise<string[]> {
  const answer = await reader.ask('/api/v2/notifications?limit=40');
  const { notification_groups: groups } = (await answer.json()) as { notification_groups: { group_key: string }[] };
  return groups.map(({ group_key: key }) => key);
}
