import type { CardRow, QuoteRow, Visibility } from '../../world/rows.js';

/** A file that hangs on a post; all but its name and kind as it usually is. */
export interface Piece {
  /** One of the pictures that scripts name. For films and sounds: what is shown before they play. */
  picture?: string;
  type?: 'video' | 'gifv' | 'audio' | 'unknown';
  /** Null where nobody described it. Default: the picture's own text. */
  alt?: string | null;
  focus?: { x: number; y: number };
  /** Neither sizes nor colours are known of it. */
  bare?: true;
  /** Nothing lies where it should. */
  broken?: true;
  /** The server never gets done with it. */
  processing?: true;
  /** Pixels that it has, where they are not those of the picture. */
  size?: readonly [number, number];
}

export interface Vote {
  options: readonly string[];
  votes: readonly number[];
  /** `2d` from now, `-3d` ago; null for never. */
  ends: string | null;
  multiple?: true;
  hidden?: true;
  /** What the visitor has chosen. */
  visitor?: readonly number[];
}

export interface Preview extends Partial<Omit<CardRow, 'image'>> {
  url: string;
  picture?: string;
}

/** A post of the museum. */
export interface Exhibit {
  /** How others speak of it, and how it is found. */
  name: string;
  /** Whose it is; default the museum's. */
  by?: string;
  /** What was typed. */
  text?: string;
  /** What another kind of server sends in its place. */
  html?: string;
  cw?: string;
  vis?: Visibility;
  lang?: string | null;
  sensitive?: true;
  pin?: true;
  media?: readonly Piece[];
  poll?: Vote;
  /** `self` state: what has become of it. */
  quote?: { of: string; state?: QuoteRow['state'] };
  card?: Preview;
  re?: string;
  boosts?: string;
  /** What stood there before, the oldest first, an hour apart. */
  before?: readonly { text: string; cw?: string; media?: readonly number[] }[];
  application?: { name: string; website: string | null };
  likes?: number;
  /** It was taken away again. */
  gone?: true;
  /** Laid over what the API answers. */
  raw?: Readonly<Record<string, unknown>>;
}
