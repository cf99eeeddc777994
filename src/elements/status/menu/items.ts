import type { MenuTerm } from '../../../i18n/menu.js';
import type { Verb } from '../../../mastodon/actions.js';
import type { Account, Deed, Status } from '../../../mastodon/entities.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import type { Choices, PersonVerb } from '../../../mastodon/relating.js';
import type { Tie } from '../../../mastodon/relationships.js';
import type { Report } from '../../../mastodon/reporting.js';
import * as icons from '../../../parts/icon/menu-icons.js';
import { consentOf, mayQuote } from '../../../mastodon/quoting.js';
import type { Forms } from './forms.js';
import type { QuestionClass } from './question.js';

/** What the menu is of. */
export interface Facts {
  readonly status: Status;
  readonly author: Account;
  /** The reader's own session. */
  readonly home: HomeSession;
}

/** As `Facts`, where perhaps nobody is signed in. */
export type Given = Omit<Facts, 'home'> & Partial<Facts>;

/** One item of the menu. What needs somebody who is signed in is not there for anybody else. */
export interface Row {
  readonly verb: string;
  readonly icon: string;
  /** Whether it makes sense for this post and this reader. */
  readonly fits: (facts: Facts) => boolean;
  /** Whether it is done already, so that another press undoes it. */
  readonly isOn?: (facts: Facts) => boolean;
  /** What it is called: to do it, to undo it. */
  readonly words: (facts: Facts) => readonly [MenuTerm, MenuTerm?];
  /** What is said afterwards. */
  readonly done?: (facts: Facts) => readonly [MenuTerm, MenuTerm?];
  /** The `{host}` of these. */
  readonly host?: (facts: Facts) => string;
  /** What the reader must have allowed. The first is checked; the others are asked for with it. */
  readonly scopes: readonly string[];
  /** What is asked before it is done; undoing needs no question. */
  readonly ask?: () => Promise<QuestionClass>;
  readonly run: (facts: Facts, on: boolean, choices: unknown, forms: Forms) => Promise<void>;
  /** The person is found, not the post. */
  readonly person?: true;
  readonly danger?: true;
}

const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

const isMine = ({ status, home }: Facts) => status.account === home.me.key;
const isAnother = (facts: Facts) => !isMine(facts);

/** Whether the reader wrote it, or is named in it: what of its conversation they are told. */
const concerns = (facts: Facts) =>
  isMine(facts) || facts.status.mentions.some(({ acct }) => acct.toLowerCase() === facts.home.me.key);

const isPinnable = (facts: Facts) => isMine(facts) && /^(public|unlisted|private)$/.test(facts.status.visibility);

/** Done to the post, and undone. */
const deed = (verb: Verb, name: Deed) => ({
  isOn: ({ home, status }: Facts) => home.mine.is(status.key, name),
  run: ({ home, status }: Facts, on: boolean) => home.actions.run(verb, status, on),
});

/** Done about whoever wrote it, and undone. */
const relation = (verb: PersonVerb, ...ties: Tie[]) => ({
  isOn: ({ home, author }: Facts) => ties.some((tie) => home.relationships.is(author.key, tie)),
  run: async ({ home, author }: Facts, on: boolean, choices: unknown) =>
    (await home.relating()).run(verb, author, on, choices as Choices | undefined),
  person: true as const,
});

const isRequested = ({ home, author }: Facts) => home.relationships.is(author.key, 'requested');

/** One row a verb, in groups with a rule between them. */
export const groups: readonly (readonly Row[])[] = [
  [
    {
      verb: 'edit',
      icon: icons.edit,
      fits: isMine,
      words: () => ['edit'],
      scopes: ['write:statuses', 'read:statuses'],
      run: async (facts, _on, _choices, forms) => (await import('./writing.js')).edit(facts, forms),
    },
    {
      verb: 'quote',
      icon: icons.quote,
      fits: ({ home, status }) => mayQuote(home, status),
      words: ({ home, status }) => [consentOf(home, status.key) === 'manual' ? 'quoteAsking' : 'quote'],
      scopes: ['write:statuses', 'read:statuses', 'read:search'],
      run: async (facts, _on, _choices, forms) => (await import('./writing.js')).quote(facts, forms),
    },
    {
      verb: 'pin',
      icon: icons.pin,
      fits: isPinnable,
      words: () => ['pin', 'unpin'],
      done: () => ['pinned', 'unpinned'],
      scopes: ['write:accounts'],
      ...deed('pin', 'pinned'),
    },
    {
      verb: 'mute-conversation',
      icon: icons.quiet,
      fits: concerns,
      words: () => ['muteConversation', 'unmuteConversation'],
      done: () => ['mutedConversation', 'unmutedConversation'],
      scopes: ['write:mutes'],
      ...deed('mute-conversation', 'muted'),
    },
  ],
  [
    {
      verb: 'follow',
      icon: icons.follow,
      fits: isAnother,
      words: (facts) => ['follow', isRequested(facts) ? 'cancelRequest' : 'unfollow'],
      done: (facts) => [isRequested(facts) ? 'requested' : 'followed', 'unfollowed'],
      scopes: ['write:follows', 'read:follows'],
      ...relation('follow', 'following', 'requested'),
    },
    {
      verb: 'mute',
      icon: icons.hide,
      fits: isAnother,
      words: () => ['mute', 'unmute'],
      done: () => ['muted', 'unmuted'],
      scopes: ['write:mutes'],
      ask: async () => (await import('../dialogs/mute.js')).MuteQuestion,
      ...relation('mute', 'muting'),
    },
  ],
  [
    {
      verb: 'block',
      icon: icons.ban,
      fits: isAnother,
      words: () => ['block', 'unblock'],
      done: () => ['blocked', 'unblocked'],
      scopes: ['write:blocks'],
      ask: async () => (await import('../dialogs/block.js')).BlockQuestion,
      danger: true,
      ...relation('block', 'blocking'),
    },
    {
      verb: 'block-server',
      icon: icons.server,
      fits: ({ author, home }) => hostOf(author.key) !== hostOf(home.me.key),
      words: () => ['blockServer', 'unblockServer'],
      done: () => ['blockedServer', 'unblockedServer'],
      host: ({ author }) => hostOf(author.acct),
      scopes: ['write:blocks'],
      ask: async () => (await import('../dialogs/block.js')).BlockServerQuestion,
      danger: true,
      ...relation('block-server', 'domainBlocking'),
    },
    {
      verb: 'report',
      icon: icons.flag,
      fits: isAnother,
      words: () => ['report'],
      done: () => ['reported'],
      scopes: ['write:reports'],
      ask: async () => (await import('../dialogs/report.js')).ReportQuestion,
      run: async (facts, _on, choices) => (await import('../dialogs/report.js')).send(facts, choices as Report),
      person: true,
      danger: true,
    },
    {
      verb: 'redraft',
      icon: icons.rewrite,
      fits: isMine,
      words: () => ['redraft'],
      scopes: ['write:statuses'],
      ask: async () => (await import('../dialogs/delete.js')).RedraftQuestion,
      run: async (facts, _on, _choices, forms) => (await import('./writing.js')).redraft(facts, forms),
      danger: true,
    },
    {
      verb: 'delete',
      icon: icons.bin,
      fits: isMine,
      words: () => ['delete'],
      scopes: ['write:statuses'],
      ask: async () => (await import('../dialogs/delete.js')).DeleteQuestion,
      run: async ({ home, status }) => (await import('../../../mastodon/deleting.js')).deleteStatus(home, status),
      danger: true,
    },
  ],
];

/** The row of a verb. */
export const rowOf = (verb: string): Row | undefined => groups.flat().find((row) => row.verb === verb);
