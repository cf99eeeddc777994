import type { Instance } from '../instance.js';

/** Activities as instances send them to each other: ActivityPub, as far as the sandbox speaks it. */
export type Activity = Record<string, unknown>;

export const publicAddress = 'https://www.w3.org/ns/activitystreams#Public';

const context = 'https://www.w3.org/ns/activitystreams';

export const wantsActivity = (request: Request) =>
  /application\/(activity|ld)\+json/.test(request.headers.get('Accept') ?? '');

export const activityResponse = (activity: Activity) =>
  new Response(JSON.stringify({ '@context': context, ...activity }), {
    headers: {
      'Content-Type': 'application/activity+json; charset=utf-8',
      'Cache-Control': 'max-age=180, public',
      Vary: 'Accept',
    },
  });

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);

export const group = (value: unknown): Activity =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Activity) : {};

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Something by its id, whether it stands there whole or only named. */
export const idOf = (value: unknown): string => text(value) || text(group(value)['id']);

/** Instances sign what they ask each other. Here the name is enough to tell them from readers. */
export const isSigned = (request: Request) => request.headers.has('Signature');

/** Asks another instance; undefined when it is not reachable from here or does not answer well. */
export async function askPeer(instance: Instance, url: string, init: RequestInit = {}): Promise<Response | undefined> {
  if (!URL.canParse(url)) return undefined;
  const peer = instance.peers[new URL(url).host];
  if (!peer) return undefined;
  try {
    const request = new Request(url, init);
    request.headers.set('Signature', `keyId="${instance.origin}/actor#main-key"`);
    const answer = await peer(request);
    return answer.ok ? answer : undefined;
  } catch {
    return undefined;
  }
}

export async function fetchActivity(instance: Instance, url: string): Promise<Activity | undefined> {
  const answer = await askPeer(instance, url, { headers: { Accept: 'application/activity+json' } });
  return answer && group(await answer.json());
}

/** Where a file of another instance is kept on this one. */
export function cachedUrl(instance: Instance, url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return `${instance.origin}/system/cache/${encodeURIComponent(host)}${pathname}`;
}
