/** What signing in keeps, row by row. Times are ms since 1970. */

export interface AppRow {
  id: string;
  name: string;
  website: string | null;
  scopes: string[];
  redirectUris: string[];
  clientId: string;
  clientSecret: string;
}

/** What somebody allowed, until the app fetches its token with the code. */
export interface GrantRow {
  code: string;
  appId: string;
  accountId: string;
  redirectUri: string;
  scopes: string[];
  /** Of S256; null without PKCE. */
  challenge: string | null;
  createdAt: number;
  /** The token it was exchanged for; a code is good once. */
  token: string | null;
}

export interface TokenRow {
  token: string;
  appId: string;
  /** Null for a token of the app alone (client_credentials). */
  accountId: string | null;
  scopes: string[];
  createdAt: number;
  revoked: boolean;
}

/** Why somebody cannot use their account just now. */
export type Hindrance = 'unconfirmed' | 'pending' | 'disabled' | 'suspended';
