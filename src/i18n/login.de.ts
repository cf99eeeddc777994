import type { words as english } from './login.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  signIn: 'Mit Mastodon anmelden',
  faceOf: '{name}, dein Konto',
  accounts: 'Konten',
  account: 'Konto',
  add: 'Konto hinzufügen',
  keep: 'Auf dieser Website angemeldet bleiben',
  cannotKeep: 'Hier nicht möglich: Dein Browser oder diese Website lässt es nicht zu',
  signOut: 'Abmelden',
  forget: 'Diese Website soll mich vergessen …',
  signedIn: 'Angemeldet als {acct}',
  signedOut: 'Abgemeldet',
  noAuth: 'Hier kann sich noch niemand anmelden.',
  noAuthText: 'Wer diese Seite gemacht hat, kann es beheben: Es fehlt ein Tag <masto-auth>.',
  lost: 'Ein Teil dieser Seite konnte nicht geladen werden. Vielleicht bist du offline.',
  retry: 'Noch einmal versuchen',
};
