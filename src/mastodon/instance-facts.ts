import { MastoError } from './errors.js';
import { asObject, type Raw } from './json.js';
import type { Session } from './session.js';

/** What a server lets a post be. */
export interface InstanceFacts {
  /** The most characters, counted as `countCharacters` does. */
  readonly maxCharacters: number;
  /** What each URL counts, whatever its length. */
  readonly perUrl: number;
  /** Whether it translates posts for whoever is signed in. */
  readonly translates: boolean;
  /** Where it streams, as it says; nobody has looked at that yet (R52). */
  readonly streaming?: string;
  /** All that it says of itself; see `post-limits.ts`. */
  readonly said?: Raw;
}

/** A stock Mastodon's, for servers that do not say (R167). */
export const standardFacts: InstanceFacts = { maxCharacters: 500, perUrl: 23, translates: false };

const positive = (value: unknown) =>
  typeof value === 'number' && value >= 1 && value < Infinity ? Math.trunc(value) : undefined;

/** The same place in v2 and v1; Pleroma and Akkoma say `max_toot_chars`, forks of Mastodon both (R167). */
function read(json: unknown): Partial<InstanceFacts> {
  const instance = asObject(json);
  const configuration = asObject(instance?.['configuration']);
  const statuses = asObject(configuration?.['statuses']);
  const maxCharacters = positive(statuses?.['max_characters']) ?? positive(instance?.['max_toot_chars']);
  const perUrl = positive(statuses?.['characters_reserved_per_url']);
  const translates = asObject(configuration?.['translation'])?.['enabled'] === true;
  const urls = asObject(configuration?.['urls']) ?? asObject(instance?.['urls']);
  const streaming = urls?.['streaming'] ?? urls?.['streaming_api'];
  const said = {
    ...(instance && { said: instance }),
    ...(typeof streaming === 'string' && { streaming }),
    ...(translates && { translates }),
  };
  return { ...(maxCharacters && { maxCharacters }), ...(perUrl && { perUrl }), ...said };
}

async function ask({ transport }: Session): Promise<InstanceFacts> {
  let facts: Partial<InstanceFacts> = {};
  try {
    facts = read((await transport.get('/api/v2/instance', {}, { optional: true })).data);
  } catch (error) {
    // An older server, or another software; but one that does not answer is not asked twice.
    if (!(error instanceof MastoError) || !error.facts.status || error.facts.status >= 500) throw error;
  }
  if (!facts.maxCharacters) {
    const old = read((await transport.get('/api/v1/instance')).data);
    facts = { ...old, ...facts, ...(old.said && { said: old.said }) };
  }
  return { ...standardFacts, ...facts };
}

const known = new WeakMap<Session, Promise<InstanceFacts>>();

/** Asked once a session, by whoever needs it first; a failure is not remembered. Rejects with MastoError. */
export function instanceFacts(session: Session): Promise<InstanceFacts> {
  const before = known.get(session);
  if (before) return before;
  const facts = ask(session);
  known.set(session, facts);
  facts.catch(() => known.delete(session));
  return facts;
}
