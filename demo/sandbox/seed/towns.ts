import { faces } from '../pictures/faces.js';
import { toSvg } from '../pictures/scene.js';
import { portrait } from '../pictures/scenes.js';
import { harbourAway, hillsAway } from './away.js';
import { harbourBoosts } from './harbour/boosts.js';
import { bruno } from './harbour/bruno.js';
import { haru } from './harbour/haru.js';
import { ines } from './harbour/ines.js';
import { jun } from './harbour/jun.js';
import { kofi } from './harbour/kofi.js';
import { layla } from './harbour/layla.js';
import { mirela } from './harbour/mirela.js';
import { noor } from './harbour/noor.js';
import { odd } from './harbour/odd.js';
import { picoPosts } from './harbour/pico.js';
import { rosa } from './harbour/rosa.js';
import { saga } from './harbour/saga.js';
import { tomas } from './harbour/tomas.js';
import { wren } from './harbour/wren.js';
import { barometerPosts } from './hills/barometer.js';
import { desmond } from './hills/desmond.js';
import { hillsBoosts, hillsFaces, hillsPeople } from './hills/people.js';
import * as hills from './hills/town.js';
import { harbourPeople, type Person } from './people.js';
import type { Chance } from './random.js';
import type { ScriptedPost } from './script.js';

/** Who lives on an instance, and what they said. */
export interface Town {
  title: string;
  description: string;
  people: readonly Person[];
  scripts: Readonly<Record<string, string>>;
  bot(chance: Chance): ScriptedPost[];
  boosts: readonly (readonly [by: string, ago: string, of: string])[];
  /** What they say to people of the other town. */
  away: Readonly<Record<string, string>>;
  /** Somebody's face, as SVG. */
  face(username: string): string;
}

const harbour: Town = {
  title: 'Harbour',
  description: 'A small town by the sea, made up so that programs have somebody to read.',
  people: harbourPeople,
  scripts: { noor, ines, odd, tomas, mirela, bruno, kofi, layla, haru, rosa, jun, saga, wren },
  bot: (chance) => picoPosts(chance, 42),
  boosts: harbourBoosts,
  away: harbourAway,
  face: (username) => faces[username as keyof typeof faces],
};

const hillTown: Town = {
  title: 'Hill Town',
  description: 'A small town in the hills, made up so that the harbour has neighbours.',
  people: hillsPeople,
  scripts: { desmond, ...hills },
  bot: (chance) => barometerPosts(chance, 40),
  boosts: hillsBoosts,
  away: hillsAway,
  face: (username) => toSvg(portrait(...hillsFaces[username]!, username.length)),
};

/** Odd seeds are by the sea, even ones in the hills. */
export const townOf = (seed: number): Town => (seed % 2 ? harbour : hillTown);

/** Everybody's name, wherever they live. */
export const everybody: readonly string[] = [...harbourPeople, ...hillsPeople].map(({ username }) => username);
