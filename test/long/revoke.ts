import { setTimeout as sleep } from 'node:timers/promises';
import { person, type Reader } from './reader.js';

interface Row {
  readonly access_token: string;
  readonly app: string;
  readonly revoked: boolean;
}

/** How long a page is watched that should ask for nothing more. */
const watched = 10_000;

/**
 * The page's token is no good any more: it says so, and asks for no line any more (R157). The reader signs in again, which
 * brings the page anew. Gives what was asked for in vain, but for the first time.
 */
export async function revokeOnce({ stage, visitor, page }: Reader): Promise<string[]> {
  const rows = await stage.control<Row[]>(stage.harbour, 'GET', `tokens?person=${person}`);
  for (const { access_token: token, app, revoked } of rows)
    if (app !== 'Sandbox' && !revoked) await stage.control(stage.harbour, 'DELETE', `tokens?token=${token}`);
  await visitor.sees(/has signed you out/);
  await stage.control(stage.harbour, 'DELETE', 'log');
  await sleep(watched);
  const begging = (await stage.asked(stage.harbour)).filter((call) => call === 'GET /api/v1/streaming');
  await visitor.press('Sign in again');
  await visitor.press(/^Go to/);
  await visitor.press('Authorize');
  await visitor.isIn();
  await page.locator('masto-timeline masto-status').first().waitFor();
  return begging.slice(1);
}
