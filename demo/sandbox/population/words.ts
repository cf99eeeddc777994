import type { Chance } from '../seed/random.js';

/** What people say when nobody wrote it down for them: small things, seen from a window. */

const sights = [
  'The fog',
  'A grey heron',
  'The last ferry',
  'My neighbour’s goat',
  'The bakery’s cat',
  'A very small cloud',
  'The lamp at the end of the pier',
  'Somebody’s umbrella',
  'The radio in the kitchen',
  'A box of apricots',
];

const doings = [
  'has been standing by the gate since breakfast',
  'came in with the tide, looked round and left',
  'is late again, and proud of it',
  'sounds like an accordion today',
  'has found the warm stone on the steps',
  'went past the window twice, once in each direction',
  'smells of rain and oranges',
  'is older than I thought',
  'will not be moved by arguments',
  'made the dog think about its life',
];

const endings = [
  '',
  'Tea?',
  'I have nothing to add.',
  'More news at eleven.',
  'Somebody should paint that.',
  'Nobody asked me, but still.',
  '#smallthings',
  '#harbour #weather',
  '#caturday',
  'Photograph to follow, if my hands warm up.',
];

const replies = [
  'I was about to say the same.',
  'Are you sure? Mine is blue.',
  'This made my morning, thank you.',
  'My grandmother had one of those.',
  'Only on Thursdays.',
  'Please do not encourage the goat.',
  'And then?',
  'I can hear it from here.',
];

const corrections = [
  '(Edit: two of them.)',
  '(Edit: it was Tuesday.)',
  '(Edit: spelling, sorry.)',
  '(Edit: gone now.)',
];

const warnings = ['Food', 'Weather, at length', 'A bird, close up'];

export const sayingOf = (chance: Chance): string =>
  `${chance.pick(sights)} ${chance.pick(doings)}. ${chance.pick(endings)}`.trim();

export const replyOf = (chance: Chance): string => chance.pick(replies);

export const corrected = (chance: Chance, text: string): string =>
  `${text.replace(/\s*\(Edit:[^)]*\)$/, '')} ${chance.pick(corrections)}`;

/** Most things need none. */
export const warningOf = (chance: Chance): string => (chance.happens(0.06) ? chance.pick(warnings) : '');
