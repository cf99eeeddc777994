import type { Hindrance } from '../world/oauth-rows.js';

/** The words of the pages of signing in. */

export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** What a scope is about: the part behind the colon, or the whole of a wide one. */
const topicsEn: Readonly<Record<string, string>> = {
  all: 'Everything in your account',
  accounts: 'Accounts and your profile',
  admin: 'Administration of this server',
  blocks: 'Blocks',
  bookmarks: 'Bookmarks',
  collections: 'Collections',
  conversations: 'Conversations',
  favourites: 'Favourites',
  filters: 'Filters',
  follow: 'Follows, mutes and blocks',
  follows: 'Follows',
  lists: 'Lists',
  media: 'Pictures and other media',
  mutes: 'Mutes',
  notifications: 'Notifications',
  profile: 'Your name, picture and address',
  push: 'Push notifications',
  reports: 'Reports to the moderators',
  search: 'Search in your name',
  statuses: 'Posts',
};

const topicsDe: Readonly<Record<string, string>> = {
  all: 'Alles in deinem Konto',
  accounts: 'Konten und dein Profil',
  admin: 'Verwaltung dieses Servers',
  blocks: 'Blockierungen',
  bookmarks: 'Lesezeichen',
  collections: 'Sammlungen',
  conversations: 'Unterhaltungen',
  favourites: 'Favoriten',
  filters: 'Filter',
  follow: 'Gefolgte, Stummgeschaltete und Blockierte',
  follows: 'Gefolgte',
  lists: 'Listen',
  media: 'Bilder und andere Medien',
  mutes: 'Stummschaltungen',
  notifications: 'Mitteilungen',
  profile: 'Dein Name, Bild und deine Adresse',
  push: 'Push-Mitteilungen',
  reports: 'Meldungen an die Moderation',
  search: 'Suche in deinem Namen',
  statuses: 'Beiträge',
};

interface Words {
  topics: Readonly<Record<string, string>>;
  access: Readonly<Record<'read' | 'write' | 'both', string>>;
  logIn: (server: string) => string;
  choose: string;
  signedIn: string;
  another: string;
  required: string;
  /** `app` is HTML. */
  wants: (app: string) => string;
  may: string;
  allow: string;
  deny: string;
  failed: string;
  codeTitle: string;
  codeHint: string;
  hindered: Readonly<Record<Hindrance, string>>;
  onward: string;
  apps: string;
  noApps: string;
  revoke: string;
}

const en: Words = {
  topics: topicsEn,
  access: { read: 'read', write: 'write', both: 'read and write' },
  logIn: (server) => `Log in to ${server}`,
  choose: 'Everybody here is made up, and nobody has a password. Who would you like to be?',
  signedIn: 'Logged in as',
  another: 'Use another account',
  required: 'Authorization required',
  wants: (app) => `${app} would like to use your account. Only go on if you know and trust it.`,
  may: 'It will be able to use:',
  allow: 'Authorize',
  deny: 'Deny',
  failed: 'An error has occurred',
  codeTitle: 'Authorization code',
  codeHint: 'Copy this code and paste it into the application.',
  hindered: {
    unconfirmed: 'Your e-mail address is not confirmed yet.',
    pending: 'Your account is waiting to be approved.',
    disabled: 'Your login is currently disabled.',
    suspended: 'Your account has been suspended.',
  },
  onward: 'Continue',
  apps: 'Your authorized applications',
  noApps: 'No application may use your account.',
  revoke: 'Revoke',
};

const de: Words = {
  topics: topicsDe,
  access: { read: 'lesen', write: 'schreiben', both: 'lesen und schreiben' },
  logIn: (server) => `Bei ${server} anmelden`,
  choose: 'Alle hier sind erfunden, und niemand hat ein Passwort. Wer möchtest du sein?',
  signedIn: 'Angemeldet als',
  another: 'Anderes Konto verwenden',
  required: 'Autorisierung erforderlich',
  wants: (app) => `${app} möchte dein Konto verwenden. Fahre nur fort, wenn du es kennst und ihm vertraust.`,
  may: 'Darauf wird es zugreifen können:',
  allow: 'Autorisieren',
  deny: 'Ablehnen',
  failed: 'Ein Fehler ist aufgetreten',
  codeTitle: 'Autorisierungscode',
  codeHint: 'Kopiere diesen Code und füge ihn in die Anwendung ein.',
  hindered: {
    unconfirmed: 'Deine E-Mail-Adresse ist noch nicht bestätigt.',
    pending: 'Dein Konto wartet auf die Freigabe.',
    disabled: 'Deine Anmeldung ist derzeit gesperrt.',
    suspended: 'Dein Konto wurde gesperrt.',
  },
  onward: 'Weiter',
  apps: 'Deine autorisierten Anwendungen',
  noApps: 'Keine Anwendung darf dein Konto verwenden.',
  revoke: 'Widerrufen',
};

export const wordsIn = (language: Language): Words => ({ en, de })[language];

/** Which topics scopes are about, each with what may be done to it: one line a topic, as Mastodon shows them. */
export function scopeLines({ topics, access }: Words, scopes: readonly string[]): [topic: string, access: string][] {
  const kinds = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const [kind = '', part] = scope.split(':');
    const wide = kind === 'read' || kind === 'write' ? 'all' : kind;
    const topic = kind === 'admin' ? kind : (part ?? wide);
    const does = kind === 'read' || kind === 'write' ? kind : part === 'read' || kind === 'profile' ? 'read' : 'write';
    kinds.set(topic, (kinds.get(topic) ?? new Set()).add(does));
  }
  return [...kinds].map(([topic, does]) => [
    topics[topic] ?? topic,
    does.size > 1 ? access.both : does.has('read') ? access.read : access.write,
  ]);
}
