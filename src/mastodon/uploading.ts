/** Files on their way to a server, and until it is done with them (R169–R175). */
import { uploadBrowser, type Progress } from '../base/upload-browser.js';
import { pageUrl } from '../base/url.js';
import type { DraftMedia } from './draft-parts.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { instanceFacts } from './instance-facts.js';
import { asObject } from './json.js';
import { untilProcessed } from './processing.js';
import { budget } from './rate.js';
import { segment, type Answer } from './transport.js';

/** A file that the server has, whether it is done with it or not. */
export interface Uploaded extends Pick<DraftMedia, 'id' | 'type' | 'previewUrl'> {
  readonly ready: boolean;
}

/** What goes with a file. */
export type MediaText = Pick<DraftMedia, 'description' | 'focus'>;

/** So long may nothing move (R173). */
const stall = 60_000;

const v1 = '/api/v1/media';
const pathOf = (id: string) => `${v1}/${segment(id)}`;
const types: readonly unknown[] = ['image', 'gifv', 'video', 'audio'];

/** Sessions whose server knows no v2 (R171). */
const old = new WeakSet<HomeSession>();

/** Uploads are counted apart from all else (R174). `pausedUntil` says until when a server wants no more of them. */
export const uploadBudget = ({ host }: HomeSession) => budget(`${host} media`);

function uploaded({ host }: HomeSession, { data, status }: Answer): Uploaded {
  const raw = asObject(data);
  const { id, type } = raw ?? {};
  if (typeof id !== 'string') throw new MastoError('wrong-shape', { host, path: v1 });
  return {
    id,
    type: types.includes(type) ? (type as Uploaded['type']) : 'unknown',
    previewUrl: pageUrl(raw!['preview_url']) ?? pageUrl(raw!['url']),
    ready: status === 200 || status === 201,
  };
}

/** Ends what does not move any more. */
async function watch({ browser, host }: HomeSession['transport'], moved: () => number, end: AbortController) {
  for (let rest = stall; rest > 0 && !end.signal.aborted; rest = moved() + stall - browser.now())
    await browser.sleep(rest, end.signal).catch(() => undefined);
  end.abort(new MastoError('timeout', { host }));
}

/** One try at one address. */
async function put(home: HomeSession, path: string, file: File, progress: Progress, signal: AbortSignal) {
  const { transport } = home;
  const { browser } = transport;
  const form = new FormData();
  form.append('file', file, file.name);
  const end = new AbortController();
  let moved = browser.now();
  void watch(transport, () => moved, end);
  const by = uploadBrowser.fetchBy((share) => {
    moved = browser.now();
    progress(share);
  });
  try {
    const all = AbortSignal.any([signal, end.signal]);
    return uploaded(home, await transport.send('POST', path, form, { signal: all, by, timeout: 2 ** 31 - 1 }));
  } finally {
    end.abort();
  }
}

/** Sends a file, and no second time by itself. Rejects with MastoError, or with the signal's reason. */
export async function upload(home: HomeSession, file: File, progress: Progress, signal: AbortSignal) {
  const { host, transport } = home;
  const counted = uploadBudget(home);
  if (!transport.browser.online()) throw new MastoError('offline', { host });
  const retryAt = counted.pausedUntil;
  if (retryAt > transport.browser.now()) throw new MastoError('rate-limited', { host, retryAt });
  try {
    if (!old.has(home))
      try {
        return await put(home, '/api/v2/media', file, progress, signal);
      } catch (error) {
        const { status } = (error as MastoError).facts ?? {};
        if (!status || ![404, 405, 410, 501].includes(status)) throw error;
        old.add(home);
      }
    return await put(home, v1, file, progress, signal);
  } catch (error) {
    const { failure, facts } = error as MastoError;
    if (failure === 'rate-limited')
      counted.refused(facts.headers?.get('x-ratelimit-reset') ?? null, transport.browser.now());
    throw error;
  }
}

/** Failures after which the server may well be done with it at the next look. */
const passing = ['unreachable', 'offline', 'timeout', 'server', 'incomplete', 'rate-limited'];

/** Waits until the server is done with a file (R170). Rejects with MastoError when it cannot be used, or with the signal's reason. */
export async function whenProcessed(home: HomeSession, id: string, signal: AbortSignal): Promise<Uploaded> {
  // Not by the way of reads that others share, nor out of a cache.
  const options = { signal, headers: {}, init: { cache: 'no-store' } } as const;
  const look = async () => {
    try {
      const now = uploaded(home, await home.transport.get(pathOf(id), undefined, options));
      return now.ready ? now : undefined;
    } catch (error) {
      if (!passing.includes((error as MastoError).failure)) throw error;
      return undefined;
    }
  };
  const done = await untilProcessed(look, home.transport.browser, signal);
  if (!done) throw new MastoError('timeout', { host: home.host, path: v1 });
  return done;
}

/** Tells the server what a file shows. Rejects with MastoError; `not-found` when it has the file no more (R175). */
export async function describe(home: HomeSession, id: string, { description, focus }: MediaText): Promise<Uploaded> {
  const body = { description: description.toWellFormed(), focus: `${focus.x},${focus.y}` };
  return uploaded(home, await home.transport.send('PUT', pathOf(id), body));
}

/** The reader has taken a file back: the server need not keep it, where it can let go (4.4). Never rejects. */
export async function discard(home: HomeSession, id: string): Promise<void> {
  try {
    const { said } = await instanceFacts(home);
    const version = asObject(said?.['api_versions'])?.['mastodon'];
    if (typeof version === 'number' && version >= 6) await home.transport.send('DELETE', pathOf(id));
  } catch {
    // It goes by itself after a day.
  }
}
