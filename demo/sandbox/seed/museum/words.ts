import type { Exhibit } from './exhibit.js';

/** What is said about a post, and around it. */
export const words: readonly Exhibit[] = [
  {
    name: 'introduction',
    pin: true,
    text: 'One of every kind. The rooms are numbered, the benches are free. #introduction #museum',
    likes: 34,
  },
  { name: 'warning', cw: 'Ending of a novel that you are on page 9 of', text: 'It was the comma.' },
  {
    name: 'emoji-warning',
    cw: 'Tea :teapot: and its consequences',
    text: 'There was none left. :teapot: :teapot: :fern:',
  },
  {
    name: 'emoji',
    text: 'Signs :blobcat: inside words:blobcat:stay words; signs between :yarn: words :fern: are drawn; and one :nosuchsign: is not ours.',
  },
  { name: 'emoji-only', text: ':blobcat: :teapot: :yarn:' },
  { name: 'unicode-emoji', text: '👩🏽‍🔬🏳️‍🌈👨‍👩‍👧‍👦 1️⃣ ☎️ 🇺🇳 – families, flags and a telephone.' },
  { name: 'hostile-name', by: 'donor', text: 'I gave the museum my name. Please read it aloud.' },
  {
    name: 'edited',
    text: 'The comma was bought in 1932 for eleven crowns and a goose. The goose was returned.',
    before: [
      { text: 'The coma was bought in 1923 for eleven crowns.' },
      { text: 'The comma was bought in 1923 for eleven crowns. We regret the coma.' },
      { text: 'The comma was bought in 1932 for eleven crowns and a goose. We regret the year.', cw: 'Prices' },
    ],
  },
  {
    name: 'edited-pictures',
    text: 'Hung straight at last.',
    media: [{ picture: 'moon' }, { picture: 'lake' }],
    before: [{ text: 'Hung nearly straight.', media: [0] }],
  },
  {
    name: 'application',
    text: 'Written by a machine that was asked nicely.',
    application: { name: 'Quill for Harbours', website: 'https://quill.example.org' },
  },
  {
    name: 'machine',
    by: 'audio_guide',
    text: 'You are now standing in front of: yourself. Please move on.',
    application: { name: 'Audio guide', website: null },
  },
  {
    name: 'tags',
    text: 'The gift shop has it in every colour.\n\n#museum #posters #postcards #pencils #PencilsWithErasers #comma #TheOtherMoon #rain #benches',
  },
  {
    name: 'mentions',
    text: '@night_guard @ines @professor.emeritus.kofi.kwabena.asante_darko@an-instance-with-a-very-long-name.example please collect your umbrellas.',
  },
  { name: 'answer', by: 'night_guard', re: 'mentions', text: '@museum Mine is the one that is open.' },
  { name: 'answer-on', by: 'night_guard', re: 'answer', text: 'And drying. And, I have just been told, an exhibit.' },
  {
    name: 'loved',
    text: 'The most beloved post of the collection. It says nothing, and says it briefly.',
    likes: 1_234_567,
  },
  { name: 'empty', text: '', media: [] },
  { name: 'boost', boosts: 'quotable' },
  { name: 'boost-of-quote', by: 'night_guard', boosts: 'quote' },
  { name: 'boost-hostile', boosts: 'hostile-name' },
  { name: 'boost-warned', by: 'night_guard', boosts: 'warned' },
];

/** What is not for everybody, and what is for nobody any more. */
export const doors: readonly Exhibit[] = [
  { name: 'unlisted', vis: 'unlisted', text: 'The side door. It is open; we just do not put it on the map.' },
  {
    name: 'private',
    by: 'night_guard',
    vis: 'private',
    text: 'For those who follow me: the alarm code is not 1911. It was, until the harbour was stolen.',
  },
  { name: 'direct', vis: 'direct', text: '@visitor You left a glove on the second bench. It has been given a number.' },
  { name: 'deleted', text: 'A forgery, taken down.', gone: true },
  { name: 'warn', text: 'New in the east wing: a turnip. Also a second turnip, for scale.' },
  { name: 'hide', text: 'The great parsnip is back from restoration and larger than the door.' },
  { name: 'blur', text: 'A radish, photographed without its consent.', media: [{ picture: 'beans' }] },
];
