/** Draws odd posts between sound ones, in a document of its own that is thrown away afterwards, and tells what is wrong. */
import '../../src/index.js';
import { broken, renamed, type Oddity, type Sample } from './cases.js';

const real = { setTimeout: globalThis.setTimeout.bind(globalThis), error: console.error };

/** What a page says by mistake. */
const slip = /\bundefined\b|\bnull\b|\bNaN\b|Invalid Date|\[object \w+\]/g;

/** How many stand on the page at once; every so many, a sound one. */
const [batch, every] = [48, 12];

const soundOne = (n: number) => ({
  id: `sound${n}`,
  uri: `https://sound.example/${n}`,
  url: `https://sound.example/@nils/${n}`,
  created_at: '2026-01-02T03:04:05.678Z',
  visibility: 'public',
  content: '<p>Nothing is wrong with me</p>',
  account: {
    id: 'nils',
    acct: 'nils@sound.example',
    username: 'nils',
    display_name: 'Nils',
    url: 'https://sound.example/@nils',
  },
});

function* texts(root: Node): Generator<string> {
  for (let child = root.firstChild; child; child = child.nextSibling) {
    if (child instanceof Text) yield child.data;
    if (!(child instanceof Element) || child.localName === 'style') continue;
    for (const { name, value } of child.attributes) if (value && name !== 'class') yield value;
    if (child.shadowRoot) yield* texts(child.shadowRoot);
    yield* texts(child);
  }
}

/** All that is read in a post or stands in an attribute of it. */
const written = (tag: Element) => [...texts(tag.shadowRoot!)].join('\n');

const pause = (ms: number) => new Promise<void>((done) => void real.setTimeout(done, ms));

/** The frames that it takes until nothing changes any more. What is thrown while drawing is heard as a rejection as well. */
async function settle(tags: readonly HTMLElementTagNameMap['masto-status'][]): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await Promise.allSettled(tags.map((tag) => tag.updateComplete));
    if (!tags.some((tag) => tag.matches(':state(loading)'))) break;
    await pause(5);
  }
  await pause(0);
}

/** What a post says that is not said in what came. */
function slipsIn(tag: Element, entity: unknown): string[] {
  const said = written(tag).match(slip);
  if (!said) return [];
  const given = JSON.stringify(entity).replace(/(?<=[:,[])null\b/g, '');
  return [...new Set(said)].filter((word) => !given.includes(word)).map((word) => `says ${word}`);
}

/** What only opens something, and asks nobody. */
const opening = ['open', 'show-media', 'unfold', 'unfilter', 'show-quote', 'alt']
  .map((value) => `button[value=${value}]`)
  .join();

export interface Fault {
  readonly oddity: Oddity | undefined;
  readonly what: string;
}

export class Drawer {
  readonly #thrown: string[] = [];
  #next = 0;

  constructor(private readonly samples: readonly Sample[]) {
    console.error = (...words: unknown[]) => void this.#thrown.push(`logged: ${words.map(String).join(' ')}`);
    addEventListener('error', ({ message }) => this.#thrown.push(`thrown: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) =>
      this.#thrown.push(`rejected: ${reason instanceof Error ? `${reason.message} ${reason.stack}` : String(reason)}`),
    );
  }

  /** Draws them all, and gives what is wrong. */
  async draw(oddities: readonly Oddity[]): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (let at = 0; at < oddities.length; at += batch) {
      const some = oddities.slice(at, at + batch);
      const found = await this.#batch(some);
      // Who threw, is found by drawing each alone.
      if (!this.#thrown.splice(0).length) faults.push(...found);
      else for (const one of some) faults.push(...(await this.#alone(one)));
    }
    return faults;
  }

  async #alone(oddity: Oddity): Promise<Fault[]> {
    const found = await this.#batch([oddity]);
    return [...found, ...this.#thrown.splice(0).map((what) => ({ oddity, what: what.slice(0, 600) }))];
  }

  async #batch(oddities: readonly Oddity[]): Promise<Fault[]> {
    const stage = document.createElement('main');
    const sound: HTMLElementTagNameMap['masto-status'][] = [];
    const show = (entity: unknown) => {
      const tag = document.createElement('masto-status');
      tag.status = entity;
      stage.append(tag);
      return tag;
    };
    const shown = oddities.map((oddity, at) => {
      if (at % every === 0) sound.push(show(soundOne(this.#next)));
      const entity = broken(renamed(this.samples[oddity.of]!.entity, this.#next++), oddity.path, oddity.way);
      return { oddity, entity, tag: show(entity) };
    });
    sound.push(show(soundOne(this.#next)));
    document.body.append(stage);
    const tags = [...sound, ...shown.map(({ tag }) => tag)];
    await settle(tags);
    // Twice: a warning may cover what has a cover of its own.
    for (let layer = 0; layer < 2; layer++) {
      const closed = tags.flatMap((tag) => [...tag.shadowRoot!.querySelectorAll<HTMLElement>(opening)]);
      const shut = closed.filter(({ ariaExpanded }) => ariaExpanded !== 'true');
      for (const button of shut) button.click();
      if (shut.length) await settle(tags);
    }
    const faults: Fault[] = [];
    for (const { oddity, entity, tag } of shown) {
      if (!tag.shadowRoot!.querySelector('.post')) faults.push({ oddity, what: 'no post is shown' });
      for (const what of slipsIn(tag, entity)) faults.push({ oddity, what });
    }
    for (const tag of sound)
      if (!written(tag).includes('Nothing is wrong with me'))
        faults.push({ oddity: oddities[0], what: 'a neighbour is gone' });
    stage.remove();
    return faults;
  }
}

Object.assign(globalThis, { Drawer });
