import { readDraft } from '../deeds/draft.js';
import { edit } from '../deeds/edit.js';
import { publish } from '../deeds/post.js';
import { boost, endPolls, favourite } from '../deeds/react.js';
import { follow, unfollow } from '../deeds/relate.js';
import { remove } from '../deeds/remove.js';
import { acctOf } from '../entities/account.js';
import { publishDue } from '../federation/due.js';
import {
  tellBoost,
  tellEdited,
  tellFavourite,
  tellFollow,
  tellNew,
  tellRemoved,
  tellUnfollow,
} from '../federation/tell.js';
import { Params } from '../http/params.js';
import type { Instance } from '../instance.js';
import { Chance } from '../seed/random.js';
import { townOf } from '../seed/towns.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { mayShow } from '../world/visibility.js';
import { corrected, replyOf, sayingOf, warningOf } from './words.js';

const minuteMs = 60_000;

/** Nobody goes on for an empty house. */
const patienceMs = 10 * minuteMs;

/** Of what they said by themselves, so much stays; the oldest goes. */
const mostKept = 1000;

type Deed = 'post' | 'reply' | 'favourite' | 'boost' | 'edit' | 'remove' | 'follow' | 'unfollow';

/** How often each is done, of a hundred. */
const habits: readonly (readonly [Deed, number])[] = [
  ['post', 40],
  ['favourite', 24],
  ['reply', 13],
  ['boost', 11],
  ['edit', 5],
  ['remove', 3],
  ['follow', 3],
  ['unfollow', 1],
];

/** People who go on living: they post, answer, like, boost, take back and follow, at a rate one can set. The same seed, the same life. */
export class Population {
  /** How many things were done. */
  deeds = 0;
  #perMinute = 0;
  #chance = new Chance(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What they said of themselves, the oldest first: only that is edited and taken back. */
  #own: string[] = [];

  /** Begins with `reset`. @param usual how many a minute, where nobody says otherwise */
  constructor(
    private readonly of: () => Instance,
    private readonly usual: number,
  ) {}

  get perMinute(): number {
    return this.#perMinute;
  }

  /** From now on, so many deeds a minute, on the whole; 0 for none. */
  set(perMinute: number): void {
    this.#perMinute = Math.max(0, perMinute) || 0;
    clearTimeout(this.#timer);
    if (this.#perMinute) this.#wait();
  }

  /** As at the beginning. */
  reset(): void {
    this.#chance = new Chance(this.of().seed + 1999);
    this.#own = [];
    this.deeds = 0;
    this.set(this.usual);
  }

  /** Somebody does something. */
  async live(): Promise<void> {
    const instance = this.of();
    endPolls(instance);
    await publishDue(instance);
    let left = this.#chance.whole(1, 100);
    const [deed] = habits.find(([, share]) => (left -= share) <= 0)!;
    const done = await this.#do(deed, this.#chance.pick(this.#people()));
    // Where there is nothing to take back or to answer, there is still something to say.
    if (!done) await this.#do('post', this.#chance.pick(this.#people()));
    this.deeds++;
  }

  #wait(): void {
    // As things happen by themselves: now and then two at once, now and then nothing for a while.
    const ms = Math.min(4, -Math.log(1 - this.#chance.next())) * (minuteMs / this.#perMinute);
    this.#timer = setTimeout(() => {
      const lived = this.#heard() ? this.live() : Promise.resolve();
      lived.catch((error: unknown) => console.error(error)).finally(() => this.#perMinute && this.#wait());
    }, ms);
    (this.#timer as { unref?: () => void }).unref?.();
  }

  #heard(): boolean {
    const { streams, log, now } = this.of();
    return streams.lines.size > 0 || now() - (log.at(-1)?.at ?? 0) < patienceMs;
  }

  #people(): AccountRow[] {
    const { world, seed } = this.of();
    const people = townOf(seed).people.map(({ username }) => world.accountByName(username, null));
    return people.filter((row) => row !== undefined).filter(({ bot }) => !bot);
  }

  /** Something that somebody else said lately, and that one may react to. */
  #seen(who: AccountRow): StatusRow | undefined {
    const { world } = this.of();
    const open = ({ visibility, boostOf, accountId }: StatusRow) =>
      (visibility === 'public' || visibility === 'unlisted') && boostOf === null && accountId !== who.id;
    const recent = world.ordered.slice(0, 120).filter((row) => open(row) && mayShow(world, who, row));
    const welcome = recent.filter(({ accountId }) => !world.blocks.has(who.id, accountId)).slice(0, 30);
    return welcome.length ? this.#chance.pick(welcome) : undefined;
  }

  /** Something they said lately, and its author. */
  #mine(): { status: StatusRow; author: AccountRow } | undefined {
    const { world } = this.of();
    this.#own = this.#own.filter((id) => world.statuses.has(id));
    const id = this.#own.length ? this.#chance.pick(this.#own.slice(-20)) : undefined;
    const status = id === undefined ? undefined : world.statuses.get(id)!;
    return status && { status, author: world.account(status.accountId) };
  }

  async #do(deed: Deed, who: AccountRow): Promise<boolean> {
    switch (deed) {
      case 'post':
        return this.#say(who, sayingOf(this.#chance));
      case 'reply':
      case 'favourite':
      case 'boost': {
        const status = this.#seen(who);
        return status ? this.#react(deed, who, status) : false;
      }
      case 'edit':
      case 'remove': {
        const mine = this.#mine();
        return mine ? this.#change(deed, mine.author, mine.status) : false;
      }
      default:
        return this.#relate(deed, who);
    }
  }

  async #say(who: AccountRow, text: string, to?: StatusRow): Promise<boolean> {
    const instance = this.of();
    const values = { status: text, spoiler_text: warningOf(this.#chance), ...(to && { in_reply_to_id: to.id }) };
    const status = publish(instance, who, readDraft(instance, who, new Params({ ...values, language: 'en' })));
    this.#own.push(status.id);
    await tellNew(instance, status);
    const oldest = this.#own.length > mostKept && instance.world.statuses.get(this.#own.shift()!);
    if (oldest) await this.#change('remove', instance.world.account(oldest.accountId), oldest);
    return true;
  }

  async #react(deed: 'reply' | 'favourite' | 'boost', who: AccountRow, status: StatusRow): Promise<boolean> {
    const instance = this.of();
    const author = instance.world.account(status.accountId);
    if (deed === 'reply') return this.#say(who, `@${acctOf(author)} ${replyOf(this.#chance)}`, status);
    if (deed === 'favourite') {
      if (!favourite(instance, who, status)) return false;
      await tellFavourite(instance, who, status, true);
      return true;
    }
    const { row, fresh } = boost(instance, who, status);
    if (fresh) await tellBoost(instance, who, status, row);
    return fresh;
  }

  async #change(deed: 'edit' | 'remove', author: AccountRow, status: StatusRow): Promise<boolean> {
    const instance = this.of();
    if (deed === 'edit') {
      const text = corrected(this.#chance, status.text);
      const done = edit(instance, author, status, new Params({ status: text }));
      if (done) await tellEdited(instance, status);
      return done;
    }
    const told = tellRemoved(instance, status);
    remove(instance, status);
    await told;
    return true;
  }

  async #relate(deed: 'follow' | 'unfollow', who: AccountRow): Promise<boolean> {
    const instance = this.of();
    const { world } = instance;
    const others = this.#people().filter(({ id }) => {
      const stands = !!world.follow(who.id, id) || !!world.request(who.id, id);
      const kept = world.blocks.has(who.id, id) || world.blocks.has(id, who.id);
      return id !== who.id && !kept && stands === (deed === 'unfollow');
    });
    if (!others.length) return false;
    const whom = this.#chance.pick(others);
    if (deed === 'follow') await tellFollow(instance, who, whom, follow(instance, who, whom));
    else {
      const row = unfollow(instance, who.id, whom.id);
      if (row) await tellUnfollow(instance, who, whom, row);
    }
    return true;
  }
}
