import { page } from '../../base/page.js';

/**
 * What one tab tells the others (R26): somebody has signed out, or something has changed in the storage that they share.
 * A token never travels here.
 */
export type News = { readonly out: readonly [origin: string, id: string] } | { readonly changed: true };

const channel = page.channel('masto:v1');

export const tell = (news: News): void => channel?.postMessage(news);

/** Calls back with what other tabs say, what they write, and when this one is taken out of the back-forward cache (R41). */
export function listen(hear: (news: News) => void, signal: AbortSignal): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data), { signal });
  addEventListener('storage', ({ key }) => (!key || key.startsWith('masto:v1:')) && hear({ changed: true }), {
    signal,
  });
  addEventListener('pageshow', ({ persisted }) => persisted && hear({ changed: true }), { signal });
}
