/** Posts that a page hands over, and what it hears. */
import type { MastoStatus } from '../../src/index.js';
import { inState, listenToConsole, mount, replace } from '../helpers.js';

type Fields = Readonly<Record<string, unknown>>;

/** A post as the API says it, by somebody called Ada at a.example; fields as given. */
export const raw = (status: Fields = {}, account: Fields = {}) => ({
  id: '1',
  uri: 'https://a.example/users/ada/statuses/1',
  url: 'https://a.example/@ada/1',
  created_at: '2026-01-02T03:04:05.678Z',
  visibility: 'public',
  content: '<p>Hello</p>',
  account: {
    id: '1',
    username: 'ada',
    acct: 'ada',
    display_name: 'Ada',
    url: 'https://a.example/@ada',
    ...account,
  },
  ...status,
});

/** Shows a post by the `status` property. */
export async function shown(status: unknown, style = ''): Promise<MastoStatus> {
  const tag = document.createElement('masto-status');
  tag.status = status;
  mount('', style).append(tag);
  await inState(tag, undefined);
  return tag;
}

/** Nothing may leave the browser, and what is said on the console is kept. */
export function isAlone() {
  const { warn } = listenToConsole();
  let asked = 0;
  replace(globalThis, 'fetch', () => {
    asked++;
    return Promise.reject(new TypeError('nothing may be asked'));
  });
  return { isQuiet: () => asked === 0, warned: () => warn };
}
