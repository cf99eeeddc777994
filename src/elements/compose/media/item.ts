import type { UploadWords } from '../../../i18n/compose-media.js';
import type { DraftMedia } from '../../../mastodon/draft-parts.js';
import type { MastoError } from '../../../mastodon/errors.js';
import { kindOf, typeOf, type MediaKind, type Unfit } from '../../../mastodon/media-rules.js';

/** Why a file is not up, and what can be done. */
export interface Trouble {
  readonly term: keyof UploadWords;
  readonly n?: number | undefined;
  readonly size?: string | undefined;
  /** What the server itself said. */
  readonly quote?: string | undefined;
  readonly smaller?: boolean | undefined;
  readonly allow?: boolean | undefined;
}

/** `large`: waits for the reader's word to be made smaller. `lost`: the server has forgotten it. */
export type ItemState = 'waiting' | 'large' | 'sending' | 'processing' | 'up' | 'failed' | 'lost';

const kinds: Readonly<Record<DraftMedia['type'], MediaKind>> = {
  image: 'image',
  gifv: 'gif',
  video: 'film',
  audio: 'sound',
  unknown: 'other',
};

/** A file of the post, wherever it is on its way. */
export class Item {
  readonly kind: MediaKind;
  state: ItemState = 'waiting';
  /** How much of it has gone up. */
  share = 0;
  trouble: Trouble | undefined;
  description = '';
  focus: DraftMedia['focus'] = { x: 0, y: 0 };
  /** What the server calls it; undefined while it has it not. */
  id: string | undefined;
  attached: boolean | undefined;
  /** Ends what is under way with it. */
  end = new AbortController();
  /** What the server knows of it, as text. */
  saved: string | undefined;
  #preview: string | undefined;
  #own: string | undefined;
  #type: DraftMedia['type'] = 'unknown';

  constructor(
    readonly name: string,
    kind: MediaKind,
    /** Undefined where it came from an earlier visit, or with a post. */
    public file?: File,
  ) {
    this.kind = kind;
    if (file && (kind === 'image' || kind === 'gif')) this.#own = URL.createObjectURL(file);
  }

  static ofFile(file: File): Item {
    const type = typeOf(file);
    // What a browser cannot name, servers go by.
    const named = file.type ? file : new File([file], file.name, { type });
    return new Item(file.name, kindOf(type), named);
  }

  static ofDraft(media: DraftMedia): Item {
    const item = new Item(media.name, kinds[media.type]);
    item.state = media.previewUrl || media.attached ? 'up' : 'processing';
    item.met(media);
    item.description = media.description;
    item.focus = media.focus;
    item.attached = media.attached;
    return item;
  }

  /** What can be shown of it. */
  get url(): string | undefined {
    return this.#own ?? (this.kind === 'sound' ? undefined : this.#preview);
  }

  /** It can be sent with the post, once it is ready. */
  get busy(): boolean {
    return ['waiting', 'sending', 'processing'].includes(this.state);
  }

  /** It keeps the post from being sent. */
  get bad(): boolean {
    return ['large', 'failed', 'lost'].includes(this.state);
  }

  get text(): string {
    return JSON.stringify([this.description, this.focus]);
  }

  /** The server has it. */
  met({ id, type, previewUrl }: Pick<DraftMedia, 'id' | 'type' | 'previewUrl'>): void {
    this.id = id;
    this.#type = type;
    this.#preview = previewUrl ?? this.#preview;
  }

  get media(): DraftMedia | undefined {
    const { id, name, description, focus, attached } = this;
    const rest = { type: this.#type, previewUrl: this.#preview, name, description, focus };
    return id === undefined ? undefined : { id, ...rest, ...(attached && { attached }) };
  }

  fail(trouble: Trouble, state: ItemState = 'failed'): void {
    this.state = state;
    this.trouble = trouble;
    this.id = undefined;
    this.saved = undefined;
  }

  /** The reader has taken it away, or somebody else's draft stands there. */
  drop(): void {
    this.end.abort();
    if (this.#own) URL.revokeObjectURL(this.#own);
  }
}

/** Bytes in words. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1_048_576)} MB`;

export const unfitAs = ({ why, limit = 0 }: Unfit): Trouble => ({ term: why, n: limit, size: sizeOf(limit) });

const simple: Partial<Record<MastoError['failure'], keyof UploadWords>> = {
  offline: 'offline',
  unreachable: 'interrupted',
  timeout: 'interrupted',
  incomplete: 'interrupted',
  'not-found': 'noFiles',
  'not-mastodon': 'noFiles',
  server: 'server',
  expired: 'expired',
};

/** @param until when the server takes files again, in ms since 1970 */
export function troubleOf({ failure, facts }: MastoError, until: number): Trouble {
  const { serverText: quote, status } = facts;
  if (failure === 'rate-limited') return { term: 'slow', n: Math.max(1, Math.ceil((until - Date.now()) / 60_000)) };
  if (status === 413) return { term: 'tooBig', smaller: true };
  if (failure === 'out-of-scope') return { term: 'scope', allow: true };
  if (/processing/i.test(quote ?? '')) return { term: 'unprocessed' };
  return { term: simple[failure] ?? 'refused', quote: failure === 'refused' ? quote : undefined };
}
