import { setTimeout as sleep } from 'node:timers/promises';
import { person, type Reader } from './reader.js';
import { pressGap, toTop } from './shown.js';

/** How long a client may take to find out that all is well again: a line that is dead is found by a probe after a minute (R155), and the longest wait is another (R153). */
const longest = 180_000;

/** What waits for the reader. */
const news = /new (?:posts?|notifications?)$/;

interface OpenLine {
  readonly person: string;
}

const listens = async ({ stage }: Reader) =>
  (await stage.control<OpenLine[]>(stage.harbour, 'GET', 'streams')).some((line) => line.person === person);

/** What is offered may be gone before it is pressed: at the top, what waits comes in by itself. */
async function presses({ visitor }: Reader, name: string | RegExp): Promise<boolean> {
  if (!(await visitor.can(name))) return false;
  return visitor.press(name).then(
    () => true,
    () => false,
  );
}

/** Waits until the page is connected again and has nothing left to fetch, and presses what it offers for that. */
export async function settle(reader: Reader): Promise<{ seconds: number; filled: number; pages: number }> {
  const { page, visitor, stage } = reader;
  const begun = Date.now();
  const marker = `All is well again ${begun}`;
  await stage.control(stage.harbour, 'POST', 'posts', { person: 'rosa', status: marker });
  let filled = 0;
  let pages = 0;
  for (let quiet = 0; quiet < 5; await sleep(1000)) {
    if (Date.now() - begun > longest)
      throw new Error(`Not at rest after ${longest / 1000} s:\n${await visitor.text()}`);
    await page.evaluate(toTop);
    quiet++;
    if (await presses(reader, news)) {
      pages++;
      quiet = 0;
    }
    await presses(reader, 'Try again');
    if (await page.evaluate(pressGap)) {
      filled++;
      quiet = 0;
    }
    if (!(await listens(reader)) || !(await visitor.text()).includes(marker)) quiet = 0;
  }
  return { seconds: Math.round((Date.now() - begun) / 1000), filled, pages };
}
