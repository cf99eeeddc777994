import type { CDPSession, Page } from 'playwright-core';
import { makeStage, type Stage } from '../e2e/stage.js';
import { launch, type Visitor } from '../e2e/visitor.js';

/** Somebody who stays for long at a page that is live, with a server of their own behind it. */
export interface Reader {
  readonly stage: Stage;
  readonly visitor: Visitor;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** What was thrown in the page, rejections that nobody took included. */
  readonly errors: string[];
  /** Asks the reader's server in their name, past the page. */
  ask(path: string, method?: string): Promise<Response>;
  close(): Promise<void>;
}

export const person = 'ines';

/** Everything that can be live, at once. */
const body = `<masto-auth scopes="+read:accounts read:follows write:follows"><masto-login></masto-login>
  <masto-notifications compact live></masto-notifications>
  <masto-notifications live></masto-notifications>
  <masto-compose></masto-compose>
  <masto-timeline feed="home" heading="Home" live></masto-timeline></masto-auth>`;

const scopes = 'read write follow';

/** Whoever lives here is followed, so that all that happens is seen. */
async function followAll(stage: Stage, ask: Reader['ask']): Promise<void> {
  const people = await stage.control<{ id: string; acct: string }[]>(stage.harbour, 'GET', 'people');
  for (const { id, acct } of people)
    if (!acct.startsWith(`${person}@`)) await ask(`/api/v1/accounts/${id}/follow`, 'POST');
  await stage.control(stage.harbour, 'DELETE', 'limits');
}

/** Lets so many things happen in a minute at both servers together; 0 ends it. */
export async function populate(stage: Stage, perMinute: number): Promise<void> {
  await stage.control(stage.harbour, 'PUT', 'population', { perMinute: perMinute * 0.8 });
  await stage.control(stage.hills, 'PUT', 'population', { perMinute: perMinute * 0.2 });
}

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  return errors;
}

/** Signs in, and waits for the first posts. */
export async function beginReading(): Promise<Reader> {
  const [stage, engine] = await Promise.all([makeStage(), launch('chromium')]);
  const { access_token: token } = await stage.control<{ access_token: string }>(stage.harbour, 'POST', 'tokens', {
    person,
    scopes,
  });
  const ask: Reader['ask'] = (path, method = 'GET') =>
    fetch(new URL(path, `http://${stage.harbour}`), { method, headers: { authorization: `Bearer ${token}` } });
  await followAll(stage, ask);
  const visitor = await (await engine.profile()).tab();
  const page = visitor.page as unknown as Page;
  const errors = watchErrors(page);
  await visitor.open(stage.page(body));
  await visitor.signIn(stage.harbour, person);
  await page.locator('masto-timeline masto-status').first().waitFor();
  return {
    stage,
    visitor,
    page,
    cdp: await page.context().newCDPSession(page),
    errors,
    ask,
    close: async () => void (await Promise.all([engine.close(), stage.close()])),
  };
}

/** `--minutes=60 --seed=1` */
export function options<K extends string>(defaults: Record<K, number>): Record<K, number> {
  const given = process.argv.slice(2).map((word) => /^--([\w-]+)=(.*)$/.exec(word) ?? [word, word, 'NaN']);
  const all: Record<string, number> = { ...defaults };
  for (const [, name = '', value = ''] of given) {
    if (!(name in defaults) || !(Number(value) >= 0))
      throw new Error(`Not known: ${name}=${value}. There are ${Object.keys(defaults).join(', ')}.`);
    all[name] = Number(value);
  }
  return all;
}
