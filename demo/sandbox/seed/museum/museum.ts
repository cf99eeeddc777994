import { snapshot } from '../../deeds/edit.js';
import { answer, blankStatus, fillContent } from '../../deeds/post.js';
import { boost } from '../../deeds/react.js';
import { newFollow } from '../../deeds/relate.js';
import { remove } from '../../deeds/remove.js';
import type { Instance } from '../../instance.js';
import { emojisIn } from '../../world/linker.js';
import type { AccountRow, StatusRow } from '../../world/rows.js';
import { settleIn } from '../settle.js';
import { cards } from './cards.js';
import type { Exhibit } from './exhibit.js';
import { ask, hang, preview } from './hang.js';
import { keeperFace, keepers } from './keepers.js';
import { languages } from './languages.js';
import { films, pictures } from './pictures.js';
import { polls } from './polls.js';
import { quotes } from './quotes.js';
import { deceits, texts } from './texts.js';
import { tellVisitor } from './tidings.js';
import { doors, words } from './words.js';

/** A room a day, an exhibit a quarter of an hour: pages name their ids, so new ones are hung at the end of a room. */
const rooms: readonly (readonly Exhibit[])[] = [
  pictures,
  films,
  polls,
  cards,
  texts,
  words.filter(({ boosts }) => !boosts),
  languages,
  deceits,
  doors,
  quotes,
  words.filter(({ boosts }) => boosts),
];

/** International Museum Day: long before anything that the town says, so that its feeds stay as they are. */
const opened = Date.UTC(2025, 4, 18, 9);

const [dayMs, hourMs, quarterMs] = [86_400_000, 3_600_000, 900_000];

/** What was said before, each an hour after the other; the last is what stands there now. */
function amend(instance: Instance, status: StatusRow, { before = [], text = '' }: Exhibit): void {
  const [spoiler, media] = [status.spoiler, status.mediaIds];
  before.forEach((version, at) => {
    status.text = version.text;
    status.spoiler = version.cw ?? '';
    status.mediaIds = version.media?.map((index) => media[index]!) ?? media;
    fillContent(instance, status);
    status.edits.push(snapshot(instance, status, status.createdAt + at * hourMs));
  });
  Object.assign(status, { text, spoiler, mediaIds: media });
  fillContent(instance, status);
  if (!before.length) return;
  status.editedAt = status.createdAt + before.length * hourMs;
  status.edits.push(snapshot(instance, status, status.editedAt));
}

/** What the visitor would rather not see, and how it is kept from them. */
const turnedAway = [
  ['warn', 'Turnips', 'turnip'],
  ['hide', 'Parsnips', 'parsnip'],
  ['blur', 'Radishes', 'radish'],
] as const;

/** The museum, with everybody who has to do with it. */
class Museum {
  readonly #found = new Map<string, StatusRow>();
  readonly #visitor: AccountRow;

  constructor(private readonly instance: Instance) {
    const { world } = instance;
    const neighbours = world.localAccounts();
    const people = settleIn(instance, keepers, keeperFace);
    const [museum, guard, , , visitor] = people as [AccountRow, AccountRow, AccountRow, AccountRow, AccountRow];
    this.#visitor = visitor;
    const follow = (who: AccountRow, whom: AccountRow) => world.follows.push(newFollow(instance, who, whom, opened));
    for (const whom of [museum, guard]) follow(visitor, whom);
    follow(visitor, neighbours[0]!);
    for (const who of neighbours) if (!who.bot) follow(who, museum);
    for (const [action, title, keyword] of turnedAway)
      world.filters.push({
        id: world.serial('filters'),
        accountId: visitor.id,
        title,
        context: ['home', 'public', 'account', 'thread'],
        expiresAt: null,
        action,
        keywords: [{ id: world.serial('filter keywords'), keyword, wholeWord: false }],
        statuses: [],
      });
  }

  hangAll(): void {
    rooms.forEach((room, day) =>
      room.forEach((exhibit, at) => this.#hang(exhibit, opened + day * dayMs + at * quarterMs)),
    );
  }

  /** Where each exhibit hangs: the address of its post, by its name. */
  get plan(): ReadonlyMap<string, string> {
    const { origin, world } = this.instance;
    const addressOf = ({ id, accountId }: StatusRow) => `${origin}/@${world.account(accountId).username}/${id}`;
    return new Map([...this.#found].map(([name, status]) => [name, addressOf(status)]));
  }

  #hang(exhibit: Exhibit, at: number): void {
    const { instance } = this;
    const author = instance.world.accountByName(exhibit.by ?? 'museum', null)!;
    const status = exhibit.boosts
      ? boost(instance, author, this.#named(exhibit.boosts), 'public', at).row
      : this.#write(exhibit, author, at);
    this.#found.set(exhibit.name, status);
    if (exhibit.pin) instance.world.pins.add(author.id, status.id, at);
    if (exhibit.gone) remove(instance, status);
  }

  #named(name: string): StatusRow {
    const status = this.#found.get(name);
    if (!status) throw new Error(`The museum speaks of ${name}, which does not hang yet`);
    return status;
  }

  #write(exhibit: Exhibit, author: AccountRow, at: number): StatusRow {
    const { instance } = this;
    const status = blankStatus(instance, author, at);
    const { cw = '', vis = 'public', lang, quote, re, html, raw, likes = exhibit.name.length } = exhibit;
    status.spoiler = cw;
    status.sensitive = !!exhibit.sensitive || !!cw;
    status.visibility = vis;
    if (lang !== undefined) status.language = lang;
    status.application = exhibit.application ?? { name: 'Web', website: null };
    if (re) answer(status, this.#named(re));
    if (quote) status.quote = { state: quote.state ?? 'accepted', statusId: this.#named(quote.of).id };
    hang(instance, status, exhibit.media ?? []);
    if (exhibit.poll) ask(instance, status, exhibit.poll, this.#visitor.id);
    if (exhibit.card) status.card = preview(instance, exhibit.card);
    amend(instance, status, exhibit);
    if (html !== undefined)
      Object.assign(status, { text: html, content: html, emojis: emojisIn(instance.world, html, cw) });
    if (raw) status.raw = { ...raw };
    status.crowd = { replies: 0, favourites: likes, boosts: Math.floor(likes / 9) };
    return instance.world.addStatus(status);
  }
}

/** Opens a museum in a town: people of its own, and a post of every kind there is. What lived there stays as it was. @returns where each hangs, by its name */
export function openMuseum(instance: Instance): ReadonlyMap<string, string> | undefined {
  if (instance.world.accountByName('museum', null)) return undefined;
  const neighbours = instance.world.localAccounts();
  const museum = new Museum(instance);
  museum.hangAll();
  tellVisitor(instance, instance.world.accountByName('visitor', null)!, neighbours);
  return museum.plan;
}
