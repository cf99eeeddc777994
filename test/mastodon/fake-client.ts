import { createClient } from '../../src/mastodon/client.js';
import { transportTo, type Asked, type FakeBrowser } from './fake-browser.js';

/** A signed-in client of a scripted server. */
export function clientTo(answer?: (asked: Asked, number: number) => Response | Promise<Response>) {
  const { browser, transport } = transportTo(answer, () => 'secret');
  return { browser, transport, client: createClient(transport) };
}

/** What was asked: method, path with query, body. */
export const sent = ({ asked }: FakeBrowser) =>
  asked.map(({ method, url, body }) => {
    const { pathname, search } = new URL(url);
    return [method, pathname + search, ...(body ? [body instanceof FormData ? [...body] : body] : [])];
  });
