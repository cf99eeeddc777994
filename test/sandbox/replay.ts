/** Recorded exchanges made fit to be asked of a sandbox: ids that mean something there, somebody to ask, the scene set. */
import { film, noon, png, town, upload, type Ask, type Json, type Status, type Town } from './town.js';

export interface Exchange {
  source: string;
  host: string;
  method: string;
  path: string;
  query?: [string, string][];
  request?: { form?: [string, string][]; json?: Record<string, unknown>; multipart_fields?: [string, string][] };
  status: number;
  response?: unknown;
}

/** What is to be asked, and of whom. */
export interface Scene {
  town: Town;
  path: string;
  ask: Ask;
}

/** Things a post may carry, by which the one most like the recorded one is found. */
const traits = ['poll', 'card', 'reblog', 'quote', 'media_attachments', 'mentions', 'tags', 'emojis', 'in_reply_to_id'];

const has = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined);

function likeness(recorded: unknown, status: Status): number {
  const model = (recorded ?? {}) as Record<string, unknown>;
  return traits.filter((trait) => has(model[trait]) === has(status[trait])).length;
}

interface Cast {
  town: Town;
  token: string;
}

let known: Status[] | undefined;

/** Every post of the town as the asker sees it. All towns of one seed and hour have the same ids, so they are read once. */
async function posts({ town: place, token }: Cast): Promise<Status[]> {
  if (known) return known;
  const all: Status[] = [];
  for (const { id } of place.instance.world.localAccounts()) {
    all.push(...(await place.get<Status[]>(`/api/v1/accounts/${id}/statuses?limit=40`, { token })));
  }
  return (known = all);
}

/** Recorded without a token: posts that say nothing of the asker. */
const isAnonymous = ({ response }: Exchange) => {
  const [first] = Array.isArray(response) ? (response as Json[]) : [];
  return typeof first === 'object' && 'reblogs_count' in first && !('favourited' in first);
};

async function setScene(): Promise<Cast> {
  const place = town();
  return { town: place, token: await place.token('noor') };
}

const ownOnly = /^(?:PUT|DELETE) .*statuses\/|source$|\/(?:un)?pin$/;
const boostable = /\/(?:reblog|favourite|bookmark|mute)$/;

/** The post most like the one recorded, the asker's own where only that will do. */
async function postFor(cast: Cast, exchange: Exchange): Promise<Status> {
  const all = await posts(cast);
  const name = `${exchange.method} ${exchange.path}`;
  const own = ownOnly.test(name);
  const model =
    (exchange.response as Status)?.reblog && boostable.test(name)
      ? (exchange.response as Status).reblog
      : exchange.response;
  const fitting = all.filter(
    ({ account, reblog, visibility, poll, pinned, quote_approval: approval }) =>
      (account.acct === 'noor') === own &&
      (!boostable.test(name) || (visibility === 'public' && !reblog)) &&
      (!/\/pin$/.test(name) || pinned === false) &&
      (!/history/.test(name) || !poll) &&
      approval,
  );
  const edited = fitting.filter(({ edited_at: at }) => !/history/.test(name) || at);
  return edited.sort((a, b) => likeness(model, b) - likeness(model, a))[0]!;
}

async function mediaId({ town: place, token }: Cast, kind: unknown): Promise<string> {
  const body = upload(kind === 'video' ? film() : png(), { focus: '0.1,0.2' });
  const { body: row } = await place.ask('/api/v2/media', { method: 'POST', token, body });
  return (row as { id: string }).id;
}

async function openPoll(cast: Cast): Promise<string> {
  const polls = (await posts(cast))
    .filter(({ account }) => account.acct !== 'noor')
    .map(({ poll }) => poll as Json | null);
  return polls.find((poll) => poll?.['expired'] === false)!['id'] as string;
}

async function scheduled({ town: place, token }: Cast): Promise<string> {
  const json = { status: 'Later', scheduled_at: new Date(noon + 3_600_000).toISOString() };
  return (await place.get<{ id: string }>('/api/v1/statuses', { method: 'POST', token, json })).id;
}

/** Bruno asks to follow Layla. */
async function follower({ town: place }: Cast): Promise<string> {
  const token = await place.token('bruno');
  const layla = await place.id('layla');
  for (const verb of ['unfollow', 'follow'])
    await place.get(`/api/v1/accounts/${layla}/${verb}`, { method: 'POST', token });
  return place.id('bruno');
}

/** Somebody whom Noor does not follow has whispered to her. */
async function keptBack({ town: place, token }: Cast): Promise<string> {
  const { world } = place.instance;
  const noor = await place.id('noor');
  const stranger = world.localAccounts().find(({ id, bot }) => id !== noor && !bot && !world.follow(noor, id))!;
  await place.post(stranger.username, { status: '@noor psst', visibility: 'direct' });
  const [request] = await place.get<{ id: string }[]>('/api/v1/notifications/requests', { token });
  return request!.id;
}

async function toldToNoor({ town: place }: Cast, type?: string) {
  const noor = await place.id('noor');
  return place.instance.world.notifications.find((row) => row.accountId === noor && (!type || row.type === type))!;
}

/** Somebody's filter, with a word and a post in it. */
async function filter(cast: Cast): Promise<{ id: string; keywords: Json[]; statuses: Json[] }> {
  const { town: place, token } = cast;
  const keywords_attributes = [{ keyword: 'herring' }];
  const json = { title: 'Herring', context: ['home'], filter_action: 'warn', keywords_attributes };
  const { id } = await place.get<Json>('/api/v2/filters', { method: 'POST', token, json });
  const post = { status_id: await postOfInes(cast) };
  await place.get(`/api/v2/filters/${String(id)}/statuses`, { method: 'POST', token, json: post });
  return place.get(`/api/v2/filters/${String(id)}`, { token });
}

const postOfInes = async (cast: Cast) =>
  (await posts(cast)).find(
    ({ visibility, reblog, account }) => visibility === 'public' && !reblog && account.acct === 'ines',
  )!.id;

/** What stands in a recorded path, and what takes its place. The first that fits counts. */
const ids: readonly [RegExp, (cast: Cast, exchange: Exchange) => Promise<string> | string][] = [
  [/(?<=\/scheduled_statuses\/)\d+/, scheduled],
  [/(?<=\/filters\/keywords\/)\d+/, async (cast) => String((await filter(cast)).keywords[0]!['id'])],
  [/(?<=\/filters\/statuses\/)\d+/, async (cast) => String((await filter(cast)).statuses[0]!['id'])],
  [/(?<=\/v2\/filters\/)\d+/, async (cast) => (await filter(cast)).id],
  [/(?<=\/accounts\/)\d+/, ({ town: place }) => place.id('ines')],
  [/(?<=\/statuses\/)\d+/, async (cast, exchange) => (await postFor(cast, exchange)).id],
  [/(?<=\/polls\/)\d+/, openPoll],
  [/(?<=\/lists?\/)\d+/, ({ town: place }) => place.instance.world.lists[0]!.id],
  [/(?<=notifications\/requests\/)\d+/, keptBack],
  [/(?<=v1\/notifications\/)\d+/, async (cast) => (await toldToNoor(cast)).id],
  [/(?<=v2\/notifications\/)favourite-\d+-\d+/, async (cast) => (await toldToNoor(cast, 'favourite')).groupKey],
  [/(?<=\/media\/)\d+/, (cast, { response }) => mediaId(cast, (response as Json)['type'])],
  [/(?<=\/follow_requests\/)\d+/, follower],
];

/** A path with ids of this town in it. Undefined for what nothing here corresponds to. */
async function pathFor(cast: Cast, exchange: Exchange): Promise<string | undefined> {
  const { path } = exchange;
  if (/quotes\/\d+\/revoke/.test(path)) return undefined;
  const [pattern, idFor] = ids.find(([one]) => one.test(path)) ?? [];
  return pattern && idFor ? path.replace(pattern, await idFor(cast, exchange)) : path;
}

/** Values that are ids there, and must be ids here. */
async function valueFor(cast: Cast, name: string, value: string, exchange: Exchange): Promise<string> {
  const { town: place } = cast;
  if (/^(?:in_reply_to_id|quoted_status_id|status_id|status_ids\[\])$/.test(name)) return postOfInes(cast);
  if (name === 'account_id') return place.id('ines');
  if (/^media_ids/.test(name)) {
    const attached = (exchange.response as Status).media_attachments?.[0]?.['type'];
    const id = await mediaId(cast, attached);
    place.later(5000);
    return id;
  }
  if (/^account_ids/.test(name)) {
    const [list] = place.instance.world.lists;
    const noor = await place.id('noor');
    const inside = exchange.method === 'DELETE';
    return inside
      ? list!.memberIds[0]!
      : place.instance.world.follows.find(({ from, to }) => from === noor && !list!.memberIds.includes(to))!.to;
  }
  if (name === 'id' || name === 'id[]') return place.id('ines');
  if (name === 'q') return 'noor';
  if (name === 'acct') return 'ines';
  if (/^(?:max|min|since)_id$/.test(name)) {
    const young = (await posts(cast)).filter(({ account }) => account.acct === 'ines').map(({ id }) => id);
    return name === 'max_id' ? young[0]! : young.at(-1)!;
  }
  if (name === 'status') return value.replace(/@(?:mastodonpy_test\w*|admin)/g, '@noor');
  return value;
}

async function mapPairs(
  cast: Cast,
  pairs: readonly [string, string][],
  exchange: Exchange,
): Promise<[string, string][]> {
  const mapped: [string, string][] = [];
  for (const [name, value] of pairs) mapped.push([name, await valueFor(cast, name, value, exchange)]);
  return mapped;
}

async function jsonFor(
  cast: Cast,
  exchange: Exchange,
  json: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (!Array.isArray(json['media_ids'])) return json;
  const [id] = (exchange.path.match(/statuses\/(\d+)/) && [await mediaId(cast, 'image')]) || [];
  return { ...json, media_ids: [id], media_attributes: [{ id, description: 'Updated', focus: '0.2,-0.1' }] };
}

/** Sets the scene for one exchange. Undefined for what has no counterpart. */
export async function sceneFor(exchange: Exchange): Promise<Scene | undefined> {
  const cast = await setScene();
  const path = await pathFor(cast, exchange);
  if (path === undefined) return undefined;
  const query = new URLSearchParams(await mapPairs(cast, exchange.query ?? [], exchange)).toString();
  const { form, json, multipart_fields: fields } = exchange.request ?? {};
  const asLayla = path.includes('follow_requests/');
  const token = asLayla ? await cast.town.token('layla') : cast.token;
  const ask: Ask = { method: exchange.method, ...(!isAnonymous(exchange) && { token }) };
  if (form && exchange.method !== 'GET') ask.form = await mapPairs(cast, form, exchange);
  if (json && exchange.method !== 'GET') ask.json = await jsonFor(cast, exchange, json);
  if (fields) {
    const isFilm = fields.some(([, value]) => value.endsWith('.mp4'));
    ask.body =
      exchange.method === 'PUT'
        ? new URLSearchParams({ description: 'a' })
        : upload(isFilm ? film() : png(), { focus: '0.1,0.2' });
  }
  cast.town.instance.counters.clear();
  return { town: cast.town, path: query ? `${path}?${query}` : path, ask };
}
