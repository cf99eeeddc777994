import type { Instance } from '../instance.js';
import { digest } from '../http/cache.js';
import { newFollow } from '../deeds/relate.js';
import { pictures } from '../pictures/pictures.js';
import { signs } from '../pictures/signs.js';
import type { AccountRow } from '../world/rows.js';
import { farPeople, type Person } from './people.js';
import type { Chance } from './random.js';
import type { Town } from './towns.js';

const dayMs = 86_400_000;

/** Accounts are as old on any day, so that their ids can be written into pages. */
const settled = Date.UTC(2026, 0, 1);

const threes = (id: string) => id.padStart(18, '0').match(/\d{3}/g)!.join('/');

/** Keeps an SVG under a path as Mastodon makes them, and gives its address. */
function keepSvg({ world, origin }: Instance, folder: string, id: string, name: string, svg: () => string): string {
  const path = `/system/${folder}/${threes(id)}/original/${digest(name).slice(0, 16)}.svg`;
  world.files.set(path, { type: 'image/svg+xml', body: svg });
  return origin + path;
}

/** An emoji that moves: the drawing breathes. Its still twin does not. */
const breathing = (svg: string) =>
  svg.replace(
    /<\/svg>$/,
    '<animateTransform attributeName="transform" type="translate" values="0 0;0 -3;0 0" dur="1.6s" repeatCount="indefinite"/></svg>',
  );

/** The instance's own emoji; one of them moves. */
export function plantEmojis(instance: Instance): void {
  Object.entries(signs).forEach(([shortcode, svg], at) => {
    const id = String(at + 1).padStart(9, '0');
    const keep = (kind: string, body: string) => {
      const path = `/system/custom_emojis/images/${id.match(/\d{3}/g)!.join('/')}/${kind}/${shortcode}.svg`;
      instance.world.files.set(path, { type: 'image/svg+xml', body });
      return instance.origin + path;
    };
    instance.world.emojis.push({
      shortcode,
      url: keep('original', shortcode === 'blobcat' ? breathing(svg) : svg),
      staticUrl: keep('static', svg),
      category: at % 2 ? 'Harbour' : null,
      visibleInPicker: true,
    });
  });
}

function rowFor(instance: Instance, person: Person, host: string | null): AccountRow {
  const createdAt = settled - person.days * dayMs;
  const id = instance.world.ids.at(createdAt);
  const origin = host === null ? instance.origin : `https://${host}`;
  return {
    id,
    username: person.username,
    domain: host,
    displayName: person.name,
    note: person.note,
    fields: (person.fields ?? []).map(([name, value]) => ({ name, value, verifiedAt: null })),
    avatar: '',
    avatarStatic: '',
    avatarDescription: '',
    header: '',
    headerDescription: '',
    bot: person.bot ?? false,
    locked: person.locked ?? false,
    discoverable: !person.locked,
    indexable: person.indexable ?? true,
    hideCollections: false,
    createdAt,
    uri: `${origin}/${host === null ? `ap/users/${id}` : `users/${person.username}`}`,
    url: `${origin}/@${person.username}`,
    language: person.language,
    quotePolicy: person.locked ? 'followers' : 'public',
    emojis: [],
    crowd: { followers: person.followers, following: person.following, statuses: host === null ? 0 : 500 },
  };
}

/** Links on a profile count as verified for those whose pages link back; here, all that stand there. */
function verify(row: AccountRow): void {
  const [field] = row.fields.filter(({ value }) => value.startsWith('https://'));
  if (field) field.verifiedAt = row.createdAt + 30 * dayMs;
}

/** People move in. @param face somebody's, as SVG */
export function settleIn(
  instance: Instance,
  people: readonly Person[],
  face: (username: string) => string,
): AccountRow[] {
  return people.map((person) => {
    const row = rowFor(instance, person, null);
    verify(row);
    if (!person.faceless) {
      row.avatar = keepSvg(instance, 'accounts/avatars', row.id, person.username, () => face(person.username));
      row.avatarStatic = row.avatar;
    }
    const header = person.header === undefined ? undefined : (pictures[person.header] ?? pictures['hills']);
    if (header) {
      row.header = keepSvg(instance, 'accounts/headers', row.id, `${person.username} header`, header.svg);
      row.headerDescription = header.alt;
    }
    return instance.world.addAccount(row);
  });
}

/** The people of a town move in. */
export const plantPeople = (instance: Instance, town: Town): AccountRow[] =>
  settleIn(instance, town.people, (username) => town.face(username));

/** People of instances that are gone or out of reach, as they were last seen. */
export function plantFarPeople(instance: Instance): AccountRow[] {
  return farPeople.map((person) => instance.world.addAccount(rowFor(instance, person, person.host)));
}

/** Who follows whom: most of those who know each other, and everybody the bot. */
export function plantFollows(instance: Instance, chance: Chance, people: readonly AccountRow[]): void {
  const { world } = instance;
  for (const who of people) {
    for (const whom of people) {
      if (who === whom || who.bot || !chance.happens(whom.bot ? 0.5 : 0.7)) continue;
      const asks = whom.locked && chance.happens(0.3);
      (asks ? world.requests : world.follows).push(
        newFollow(instance, who, whom, instance.now() - chance.whole(40, 300) * dayMs),
      );
    }
  }
}
