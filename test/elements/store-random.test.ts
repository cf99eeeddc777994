/** One post in many places on a page, while everybody does something to it: in the end all places say the same. */
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { dice } from '../dice.js';
import { all, mount, pause, posts, seen, until } from '../helpers.js';
import { asked, cameBefore, forgetEverybody, visitor, type Visitor } from './signed-in.js';
import { town, type Fault, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const verbs = ['boost', 'favourite', 'bookmark'] as const;

/** What goes wrong for a while: answers are late, come in another order, refuse, or break off. */
const troubles: readonly Fault[][] = [
  [],
  [{ path: '/api/v1/timelines/*', delay: 120, times: 2 }],
  [{ path: '/api/v1/accounts/*/statuses*', delay: 200, times: 1 }],
  [{ method: 'POST', path: '/api/v1/statuses/*', delay: 90 }],
  [{ method: 'POST', path: '/api/v1/statuses/*', status: 422, body: { error: 'No' }, delay: 40 }],
  [{ method: 'POST', path: '/api/v1/statuses/*', status: 503, body: { error: 'Later' }, times: 3 }],
  [{ path: '/api/v1/timelines/*', cut: 300, times: 1 }],
];

/** All that is done in a run. */
class Run {
  readonly #roll: (sides: number) => number;
  #edits = 0;
  #mounted = 0;

  constructor(
    seed: number,
    private readonly here: Town,
    private readonly given: readonly Post[],
    private readonly others: readonly Visitor[],
  ) {
    this.#roll = dice(seed);
  }

  /** Where a post is read: as itself, in three kinds of lists. Each has its own request, and its own moment. */
  open(): HTMLElement {
    const { host } = this.here;
    const post = this.given[this.#roll(this.given.length)]!;
    this.#mounted++;
    const ways = [
      `<masto-status load="eager" src="${post.url}"></masto-status>`,
      `<masto-timeline load="eager" instance="${host}" feed="local" limit="${8 + this.#roll(6)}" more="none"></masto-timeline>`,
      `<masto-timeline load="eager" instance="${host}" feed="home" limit="${10 + this.#roll(9)}" more="none"></masto-timeline>`,
      `<masto-timeline load="eager" account="@ines@${host}" limit="8" more="none"></masto-timeline>`,
    ];
    return mount(ways[this.#roll(ways.length)]!);
  }

  async step(): Promise<void> {
    const what = this.#roll(12);
    if (what < 5) this.#press();
    else if (what < 7) await this.here.breaks(...troubles[this.#roll(troubles.length)]!);
    else if (what === 7) await this.#edit();
    else if (what === 8) await this.#boostOnwards();
    else if (what === 9 && this.#mounted < 14) this.open();
    else if (what === 10) await this.#elsewhere();
    await pause(this.#roll(4) * 20);
  }

  #press() {
    const buttons = all<HTMLButtonElement>(document.body, `button.${verbs[this.#roll(verbs.length)]!}`);
    buttons[this.#roll(Math.max(1, buttons.length))]?.click();
  }

  async #edit() {
    const post = this.given[this.#roll(this.given.length)]!;
    await this.here.edit(post.id, { status: `${wordsOf(post)} (version ${++this.#edits})` });
  }

  /** Somebody boosts the post, or its newest boost: which is a boost of the post again. */
  async #boostOnwards() {
    const post = this.given[this.#roll(this.given.length)]!;
    const who = this.others[this.#roll(this.others.length)]!;
    const boost = await asked<Post>(this.here, who, `/api/v1/statuses/${post.id}/reblog`, 'POST');
    const next = this.others[this.#roll(this.others.length)]!;
    await asked(this.here, next, `/api/v1/statuses/${boost.id}/reblog`, 'POST');
  }

  async #elsewhere() {
    const post = this.given[this.#roll(this.given.length)]!;
    const verb = ['favourite', 'unfavourite'][this.#roll(2)]!;
    await asked(this.here, this.others[0]!, `/api/v1/statuses/${post.id}/${verb}`, 'POST');
  }
}

const wordsOf = (post: Post) => /Found at low tide: \w+/.exec(post.content)![0];

/** What a reader is told of a post at one place. */
const told = (tag: HTMLElement) =>
  JSON.stringify([
    seen(all(tag, '.content')[0]!),
    ...verbs.map((verb) => {
      const button = all(tag, `button.${verb}`)[0];
      return [button?.getAttribute('aria-pressed'), button?.textContent.trim()];
    }),
  ]);

/** Every place on the page where these words stand. */
const placesOf = (words: string) =>
  all(document.body, 'masto-status').filter((tag) => all(tag, '.content').some((text) => seen(text).includes(words)));

async function quiet(): Promise<void> {
  const busy = () => all(document.body, '[aria-busy=true], :state(loading)').length;
  await until(() => !busy(), 'rest', 20_000);
  await pause(300); // what is still on its way
  await until(() => !busy(), 'rest', 20_000);
}

describe('a page under load', () => {
  for (const seed of [1, 2, 3, 4])
    it(`seed ${seed}: reads by many ways, actions, refusals, edits, boosts of boosts: all places say the same`, async () => {
      const here = await town();
      const names = ['glove', 'anchor', 'comb'];
      const given: Post[] = [];
      for (const name of names) given.push(await here.post('ines', { status: `Found at low tide: ${name}` }));
      const me = await cameBefore(here, 'noor');
      await here.control('DELETE', 'limits');
      mount('<masto-auth></masto-auth>');
      const others = [await visitor(here, 'kofi'), await visitor(here, 'rosa'), await visitor(here, 'odd')];
      const run = new Run(seed, here, given, others);
      for (let n = 0; n < 5; n++) run.open();
      await until(() => all(document.body, 'button.favourite').length > 3);
      for (let step = 0; step < 60; step++) await run.step();

      await here.heals();
      await here.control('DELETE', 'limits');
      await quiet();
      const [deleted, ...alive] = given as [Post, ...Post[]];
      // What is gone is found out by whoever acts on it, and is gone everywhere.
      await here.control('DELETE', `posts/${deleted.id}`);
      const [place] = placesOf(wordsOf(deleted));
      if (place) {
        all<HTMLButtonElement>(place, 'button.favourite')[0]!.click();
        await until(() => !placesOf(wordsOf(deleted)).length, 'it is gone in every place', 10_000);
      }
      await pause(3200); // an old answer is not believed over a new press
      const last = mount(
        `<masto-timeline load="eager" account="@ines@${here.host}" limit="12" more="none"></masto-timeline>`,
      );
      await until(() => posts(last).length > 5);
      await quiet();

      expect(placesOf(wordsOf(deleted)).length, 'gone').to.equal(0);
      for (const post of alive) {
        const places = placesOf(wordsOf(post));
        expect(places.length, wordsOf(post)).to.be.greaterThan(1);
        const said = [...new Set(places.map(told))];
        expect(said, `${wordsOf(post)} in ${places.length} places`).to.have.length(1);
        const truth = await asked<Post>(here, me as unknown as Visitor, `/api/v1/statuses/${post.id}`);
        const version = /\(version \d+\)|$/.exec(truth.content.replace(/<[^>]*>/g, ''))![0];
        expect(said[0]).to.include(version);
        const [, , favourite] = JSON.parse(said[0]!) as [string, ...[string, string][]];
        expect(favourite![0], wordsOf(post)).to.equal(String(truth['favourited']));
      }
    }).timeout(60_000);
});
