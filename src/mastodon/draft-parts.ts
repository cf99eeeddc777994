/** What a draft may hold besides words; every part survives a round through a storage that others may write to. */
import { pageUrl } from '../base/url.js';
import { asObject, type Raw } from './json.js';
import { objects } from './read.js';

/** A file that the server has already. */
export interface DraftMedia {
  /** What the server calls it. */
  readonly id: string;
  readonly type: 'image' | 'gifv' | 'video' | 'audio' | 'unknown';
  /** http(s) only; undefined while the server works on it. */
  readonly previewUrl: string | undefined;
  /** Alternative text; empty for none. */
  readonly description: string;
  /** What of it is always seen: −1 … 1 from left to right, from bottom to top. */
  readonly focus: { readonly x: number; readonly y: number };
  /** Of the file, for whoever has to know which one it is. Empty where nobody knows it. */
  readonly name: string;
  /** It belongs to the post that is changed: its text goes with that, not on its own. */
  readonly attached?: boolean | undefined;
}

export interface DraftPoll {
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly hideTotals: boolean;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Who may quote a post. */
export const quotePolicies = ['public', 'followers', 'nobody'] as const;
export type QuotePolicy = (typeof quotePolicies)[number];

/** A post that is named by what the account's own server calls it. */
export interface DraftLink {
  readonly id: string;
  /** Its page; undefined where it has none. */
  readonly url: string | undefined;
}

/** A post of the writer's own that is changed. */
export interface Editing extends DraftLink {
  /** When it had been changed last, as the server said when it was taken up; undefined for never (R181). */
  readonly editedAt: string | undefined;
}

/** What of a draft is no text. What is not there is as the form proposes it. */
export interface DraftParts {
  readonly media?: readonly DraftMedia[] | undefined;
  /** Names of files that the server has not yet: a page that is left cannot keep them. */
  readonly unsent?: readonly string[] | undefined;
  readonly poll?: DraftPoll | undefined;
  readonly sensitive?: boolean | undefined;
  /** Null: the one that the tag names was taken away. */
  readonly quote?: DraftLink | null | undefined;
  readonly quotePolicy?: QuotePolicy | undefined;
  /** When it is to be posted, ISO 8601 in UTC. */
  readonly scheduledAt?: string | undefined;
  /** What it answers, where the form does not say so: of a post that was deleted to be written anew. */
  readonly replyTo?: DraftLink | undefined;
  readonly editing?: Editing | undefined;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const yes = (value: unknown) => (value === true ? true : undefined);
const types: readonly unknown[] = ['image', 'gifv', 'video', 'audio'];
const oneToOne = (value: unknown) => (typeof value === 'number' ? Math.min(1, Math.max(-1, value)) : 0);

function readMedia(value: unknown): readonly DraftMedia[] | undefined {
  const media = objects(value).flatMap((raw): DraftMedia[] => {
    const id = text(raw['id']);
    const focus = asObject(raw['focus']);
    return id
      ? [
          {
            id,
            type: types.includes(raw['type']) ? (raw['type'] as DraftMedia['type']) : 'unknown',
            previewUrl: pageUrl(raw['previewUrl']),
            description: text(raw['description']) ?? '',
            focus: { x: oneToOne(focus?.['x']), y: oneToOne(focus?.['y']) },
            name: text(raw['name']) ?? '',
            attached: yes(raw['attached']),
          },
        ]
      : [];
  });
  return media.length ? media : undefined;
}

function readNames(value: unknown): readonly string[] | undefined {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  return names.length ? names : undefined;
}

function readPoll(value: unknown): DraftPoll | undefined {
  const raw = asObject(value);
  const options = Array.isArray(raw?.['options']) ? raw['options'].filter((option) => typeof option === 'string') : [];
  const expiresIn = raw?.['expiresIn'];
  return raw && options.length && typeof expiresIn === 'number'
    ? { options, expiresIn, multiple: raw['multiple'] === true, hideTotals: raw['hideTotals'] === true }
    : undefined;
}

function readLink(value: unknown): DraftLink | undefined {
  const raw = asObject(value);
  const id = text(raw?.['id']);
  return id ? { id, url: pageUrl(raw?.['url']) } : undefined;
}

function readEditing(value: unknown): Editing | undefined {
  const link = readLink(value);
  return link && { ...link, editedAt: text(asObject(value)?.['editedAt']) };
}

/** Fields of a wrong type are left out, their neighbours stay. */
export function readParts(raw: Raw): DraftParts {
  const { sensitive, quotePolicy, scheduledAt } = raw;
  const parts: DraftParts = {
    media: readMedia(raw['media']),
    unsent: readNames(raw['unsent']),
    poll: readPoll(raw['poll']),
    sensitive: typeof sensitive === 'boolean' ? sensitive : undefined,
    quote: raw['quote'] === null ? null : readLink(raw['quote']),
    quotePolicy: quotePolicies.find((policy) => policy === quotePolicy),
    scheduledAt: Number.isNaN(Date.parse(text(scheduledAt) ?? '')) ? undefined : text(scheduledAt),
    replyTo: readLink(raw['replyTo']),
    editing: readEditing(raw['editing']),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
