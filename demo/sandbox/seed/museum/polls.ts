import type { Exhibit } from './exhibit.js';

/** Questions to the public. */
export const polls: readonly Exhibit[] = [
  {
    name: 'open',
    text: 'Which exhibit should be dusted first?',
    poll: { options: ['The comma', 'The moon', 'The other moon', 'The guard'], votes: [41, 12, 13, 88], ends: '9d' },
  },
  {
    name: 'several',
    text: 'What did you come for? Choose all that you would admit to.',
    poll: {
      options: ['The art', 'The café', 'The rain outside', 'The benches'],
      votes: [19, 77, 64, 81],
      ends: '6d',
      multiple: true,
    },
  },
  {
    name: 'hidden',
    text: 'How many beans are in the jar? Nobody sees the count before the end, not even the beans.',
    poll: { options: ['Few', 'Many', 'One, a large one'], votes: [7, 30, 51], ends: '3d', hidden: true },
  },
  {
    name: 'closed',
    text: 'Should the museum stay open at night?',
    poll: { options: ['Yes', 'No', 'It does anyway'], votes: [120, 33, 147], ends: '-60d' },
  },
  {
    name: 'tied',
    text: 'The last poll about the two moons. We shall not speak of it again.',
    poll: { options: ['This one', 'That one'], votes: [500, 500], ends: '-61d' },
  },
  {
    name: 'voted',
    text: 'Is this a chair?',
    poll: { options: ['Yes', 'It was', 'Ask the guard'], votes: [58, 40, 21], ends: '5d', visitor: [1] },
  },
  {
    name: 'signs',
    text: 'The café’s emblem :teapot:',
    poll: {
      options: [':teapot: as it is', ':blobcat: on everything', ':yarn: :yarn: :yarn:', ':nosuchsign:'],
      votes: [9, 52, 11, 2],
      ends: '8d',
    },
  },
  {
    name: 'wordy',
    text: 'In your own words:',
    poll: {
      options: [
        'I went through the whole museum in the order of the numbers, and I read every label, also the one that says “label”',
        'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
        'لا أعرف بعد',
        '🙂',
      ],
      votes: [1204, 3, 88, 12],
      ends: '30d',
    },
  },
  {
    name: 'nobody',
    text: 'A poll that nobody has found yet.',
    poll: { options: ['I have found it', 'I was never here'], votes: [0, 0], ends: '20d' },
  },
  {
    name: 'forever',
    text: 'Open for ever: are we there yet?',
    poll: { options: ['No', 'Now?'], votes: [1, 9999], ends: null },
  },
];
