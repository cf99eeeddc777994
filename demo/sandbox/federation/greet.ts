import type { Instance } from '../instance.js';
import { favourite } from '../deeds/react.js';
import { follow } from '../deeds/relate.js';
import { Chance } from '../seed/random.js';
import { readScript } from '../seed/script.js';
import { speak } from '../seed/speak.js';
import { everybody, townOf } from '../seed/towns.js';
import type { AccountRow } from '../world/rows.js';
import { meetMentioned, readOutbox, resolveAccount } from './resolve.js';
import { tellFavourite, tellFollow, tellNew } from './tell.js';

/** Whoever of the people we know by name lives at a host. */
async function meetAll(instance: Instance, host: string): Promise<AccountRow[]> {
  const here = new Set(instance.world.localAccounts().map(({ username }) => username));
  const met: AccountRow[] = [];
  for (const name of everybody) {
    const account = here.has(name) ? undefined : await resolveAccount(instance, name, host);
    if (account) met.push(account);
  }
  return met;
}

async function followSome(instance: Instance, chance: Chance, others: readonly AccountRow[]): Promise<void> {
  for (const who of instance.world.localAccounts()) {
    for (const whom of others) {
      if (who.bot || !chance.happens(0.3)) continue;
      const row = follow(instance, who, whom);
      await tellFollow(instance, who, whom, row);
    }
  }
}

async function likeSome(instance: Instance, chance: Chance, others: readonly AccountRow[]): Promise<void> {
  for (const author of others) {
    const [latest] = instance.world.statusesOf(author.id);
    for (const who of instance.world.localAccounts()) {
      if (latest && !who.bot && chance.happens(0.2) && favourite(instance, who, latest)) {
        await tellFavourite(instance, who, latest, true);
      }
    }
  }
}

/** What our people say to those of the other town. */
async function talk(instance: Instance, chance: Chance, host: string): Promise<void> {
  for (const [by, script] of Object.entries(townOf(instance.seed).away)) {
    const author = instance.world.accountByName(by, null);
    if (!author) continue;
    for (const post of readScript(by, script.replaceAll('{there}', host))) {
      await meetMentioned(instance, post.text);
      await tellNew(instance, speak(instance, chance, author, post, new Map()));
    }
  }
}

/** The people of this instance meet those of its peers: they read them, follow some, like some, and say hello. */
export async function greet(instance: Instance): Promise<void> {
  const chance = new Chance(instance.seed + 77);
  for (const host of Object.keys(instance.peers)) {
    const others = await meetAll(instance, host);
    await followSome(instance, chance, others);
    for (const account of others) await readOutbox(instance, account);
    await likeSome(instance, chance, others);
    if (others.length) await talk(instance, chance, host);
  }
}
