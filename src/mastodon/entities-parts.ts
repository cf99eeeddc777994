/** What stands in a post, as this library knows it; `entities.ts` hands it on. `import type` from this file is free on every floor. */
import type { AccountKey } from './entities.js';

/** A server's own picture for a `:shortcode:`. Both addresses are https (or loopback), else the emoji was dropped. */
export interface CustomEmoji {
  readonly shortcode: string;
  readonly url: string;
  readonly staticUrl: string;
}

/** `unknown` stands for anything a server could not process, and for kinds that do not exist yet (R195). */
export type MediaType = 'image' | 'video' | 'gifv' | 'audio' | 'unknown';

export interface MediaAttachment {
  readonly id: string;
  readonly type: MediaType;
  /** The whole file at the asked server; undefined while it is being processed, or when it is not https. */
  readonly url: string | undefined;
  /** A small still picture. */
  readonly previewUrl: string | undefined;
  /** Where the file comes from. For links only, never loaded (R106). */
  readonly remoteUrl: string | undefined;
  /** Alternative text, empty when there is none. */
  readonly description: string;
  readonly blurhash: string | undefined;
  /** Pixels of the original, else of the preview; undefined when no number is believable. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Seconds, of what plays; undefined when the server does not tell. */
  readonly duration: number | undefined;
  /** Focus point, −1…1 from the middle; x to the right, y up. */
  readonly focus: { readonly x: number; readonly y: number };
}

export interface PollOption {
  readonly title: string;
  /** Undefined while the totals are hidden. */
  readonly votesCount: number | undefined;
}

export interface Poll {
  readonly id: string;
  readonly expiresAt: string | undefined;
  readonly expired: boolean;
  readonly multiple: boolean;
  readonly votesCount: number;
  readonly votersCount: number | undefined;
  readonly options: readonly PollOption[];
  readonly emojis: readonly CustomEmoji[];
}

/** Who wrote what a link leads to. */
export interface CardAuthor {
  readonly name: string;
  /** Their page, http(s) only. */
  readonly url: string | undefined;
  /** Who they are in the fediverse, where their site says so. */
  readonly account: AccountKey | undefined;
}

export interface PreviewCard {
  readonly url: string;
  readonly type: 'link' | 'photo' | 'video' | 'rich';
  readonly title: string;
  readonly description: string;
  readonly providerName: string;
  readonly authors: readonly CardAuthor[];
  /** ISO 8601 or undefined. */
  readonly publishedAt: string | undefined;
  /** The player that the site lets others show: its address, or HTML from a stranger that holds it. Empty for none. */
  readonly player: string;
  /** https only. */
  readonly image: string | undefined;
  readonly imageDescription: string;
  readonly blurhash: string | undefined;
  /** Pixels of the picture; undefined when unknown. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface Mention {
  readonly id: string;
  readonly username: string;
  /** `user@host`, always with the host. */
  readonly acct: string;
  readonly url: string | undefined;
}

export interface Tag {
  readonly name: string;
  readonly url: string | undefined;
}

/** What a post was written with, where its author shows it. */
export interface Application {
  readonly name: string;
  /** http(s) only. */
  readonly website: string | undefined;
}
