import { portrait } from '../../pictures/scenes.js';
import { toSvg } from '../../pictures/scene.js';
import type { Person } from '../people.js';

/** Who works, donates and visits there. Signs that turn text round and pile up are written as escapes, so that editors show them. */
export const keepers: readonly Person[] = [
  {
    username: 'museum',
    name: 'Museum of Posts :blobcat:',
    note: 'One of every kind. Open day and night; please do not feed the exhibits. :teapot:',
    fields: [
      ['Way in', 'https://museum.example.org'],
      ['Way out', 'through the gift shop'],
    ],
    language: 'en',
    days: 228,
    followers: 1905,
    following: 7,
    header: 'books',
  },
  {
    username: 'night_guard',
    name: 'Night guard',
    note: 'Counts the exhibits. Has once counted one too many.',
    language: 'en',
    days: 227,
    followers: 44,
    following: 3,
  },
  {
    username: 'audio_guide',
    name: 'Audio guide',
    note: 'Number please. Number please.',
    language: 'en',
    days: 226,
    followers: 312,
    following: 0,
    bot: true,
  },
  {
    username: 'donor',
    name: '\u202EDr. Edrob \u2066M\u0336\u0321\u031Bo\u0335\u0322\u030Ao\u0334\u0328\u0310n\u0337\u0327\u0313\u2069 :nosuchsign: 𝓔𝓼𝓺. ✨',
    note: 'Gave the museum one name, and a hat for it.',
    language: 'en',
    days: 225,
    followers: 2,
    following: 1,
    faceless: true,
  },
  {
    username: 'visitor',
    name: 'A visitor',
    note: 'Sign in as me: I have voted, I follow, and I have asked not to be shown the turnips.',
    language: 'en',
    days: 224,
    followers: 5,
    following: 3,
  },
];

const faces: readonly (readonly [string, string, string])[] = [
  ['#e9d8a6', '#9b2226', '#bb3e03'],
  ['#1d2d44', '#748cab', '#f0ebd8'],
  ['#d9ed92', '#1a759f', '#184e77'],
];

export const keeperFace = (username: string): string =>
  toSvg(portrait(...faces[username.length % faces.length]!, username.length));
