import type { Instance } from '../instance.js';

const parts = {
  write:
    'accounts blocks bookmarks collections conversations favourites filters follows lists media mutes notifications reports statuses',
  read: 'accounts blocks bookmarks collections favourites filters follows lists mutes notifications search statuses',
  'admin:read': 'accounts reports domain_allows domain_blocks ip_blocks email_domain_blocks canonical_email_blocks',
};

const expand = (kind: keyof typeof parts) => parts[kind].split(' ').map((part) => `${kind}:${part}`);

/** Every scope of Mastodon 4.6, in the order its metadata lists them. */
export const allScopes: readonly string[] = [
  'read',
  'profile',
  'write',
  ...expand('write'),
  ...expand('read'),
  'follow',
  'push',
  'admin:read',
  ...expand('admin:read'),
  'admin:write',
  ...expand('admin:read').map((scope) => scope.replace('read', 'write')),
];

/** What this instance knows: an older one, or one of another make, has fewer. */
export function knownScopes({ settings }: Instance): readonly string[] {
  if (settings.oauth.scopes) return settings.oauth.scopes;
  return settings.version === '4.2' ? allScopes.filter((scope) => !/profile|collections/.test(scope)) : allScopes;
}

/** Scopes as they are written in one text; `read` where nothing is named. */
export const splitScopes = (text: string | undefined): string[] =>
  text === undefined ? ['read'] : [...new Set(text.split(/\s+/).filter(Boolean))];
