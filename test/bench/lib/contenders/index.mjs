import { open } from '../browser.mjs';
import { file } from '../server/serve.mjs';
import { floors } from './floors.mjs';
import { both, isBuilt, notBuilt } from './ours.mjs';
import { bundle, page } from './page.mjs';
import { peers } from './peers.mjs';

/** The files of the blog: `find` is what the server asks. */
export class Site {
  #files = new Map();
  /** Source maps by URL, for the profile. */
  maps = new Map();

  put(url, body) {
    this.#files.set(url, file(url, body));
  }

  find = (url) => this.#files.get(url);

  /** A file of pages/, bundled once. */
  async putBundle(name) {
    if (this.#files.has(`/${name}.js`)) return;
    const { code, map } = await bundle(name);
    this.put(`/${name}.js`, code);
    this.maps.set(`/${name}.js`, JSON.parse(map));
  }

  /** The page of a contender with all that it loads; gives the contender with its URL. */
  async add(contender) {
    const url = `/${contender.name}.html`;
    this.put(url, contender.html());
    for (const [name, body] of Object.entries(contender.files?.() ?? {})) this.put(name, body);
    if (contender.bundle) await this.putBundle(contender.bundle);
    return { count: 20, ...contender, url: `https://blog.test${url}` };
  }
}

/**
 * The contenders of these names, or all, in the order of the table. Throws when a name is unknown; ours is left out
 * with a warning when nobody asked for it by name and it is not built.
 */
export async function contenders(site, names) {
  const all = [...floors, ...peers, ...both];
  const unknown = (names ?? []).filter((name) => !all.some((contender) => contender.name === name));
  if (unknown.length) throw new Error(`Unknown: ${unknown}. There are ${all.map(({ name }) => name).join(', ')}.`);
  let wanted = all.filter(({ name }) => !names || names.includes(name));
  if (!isBuilt() && wanted.some((contender) => both.includes(contender))) {
    if (names) throw new Error(notBuilt);
    console.warn(`${notBuilt} Going on without ours.`);
    wanted = wanted.filter((contender) => !both.includes(contender));
  }
  return Promise.all(wanted.map((contender) => site.add(contender)));
}

/** Floor 2 is what floor 1 draws, served as HTML: so floor 1 is drawn once for it. */
export async function fillFloor2(site, browser) {
  const floor1 = await site.add(floors.find(({ name }) => name === 'floor1'));
  const { context, page: tab } = await open(browser, floor1);
  const [timeline, sheet] = await tab.evaluate(
    `['#tl', 'style'].map((selector) => document.querySelector(selector).outerHTML)`,
  );
  await context.close();
  site.put('/floor2.html', page(sheet, timeline));
}
