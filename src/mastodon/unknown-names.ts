/** Who is named in a post and does not live where the short name says. */
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { Transport } from './transport.js';

const known = new WeakMap<HomeSession, Map<string, Promise<boolean>>>();

/** More are not looked up for one post. */
const most = 5;

/** The short names in a text, and those of the reader's own server: `@noor`. A longer one is looked for when it is posted. */
export function shortNames(text: string, host: string): string[] {
  const found = text.matchAll(/(?<![\w/=@.])@(\w[\w.-]*\w|\w)(?:@([\w.-]+(?::\d+)?))?/g);
  const names = [...found]
    .filter(([, , at]) => !at || at.toLowerCase() === host)
    .map(([, name]) => name!.toLowerCase());
  return [...new Set(names)].slice(0, most);
}

/** Nobody's request is enough, and a token may not be: servers refuse this to one that may not read accounts. */
async function exists(home: HomeSession, name: string) {
  const acct = `${name}@${home.host}`;
  if (home.accounts.get(acct)) return true;
  const { origin, transport } = home;
  const asker = home.may('read:accounts') ? transport : new Transport(origin, { browser: transport.browser });
  try {
    await asker.get('/api/v1/accounts/lookup', { acct: name });
    return true;
  } catch (error) {
    return !(error instanceof MastoError && error.failure === 'not-found');
  }
}

/** Those of the names that nobody has at the reader's server. Each is asked for once; where it does not say, nobody is missed. */
export async function unknownNames(home: HomeSession, names: readonly string[]): Promise<readonly string[]> {
  const asked = known.get(home) ?? new Map<string, Promise<boolean>>();
  known.set(home, asked);
  const there = names.map((name) => {
    const answer = asked.get(name) ?? exists(home, name);
    asked.set(name, answer);
    return answer;
  });
  const answers = await Promise.all(there);
  return names.filter((_, at) => !answers[at]);
}
