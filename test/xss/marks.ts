/** What runs when a hostile string works: the watch sees whoever sets it. */
export const run = 'window.__pwn=1';

/** Where a hostile string would call. */
export const leak = 'https://evil.example/leak';

/** Strings by what they try. */
export type Group = Record<string, readonly (readonly [note: string, payload: string])[]>;
