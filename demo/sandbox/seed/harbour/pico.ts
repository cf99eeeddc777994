import type { Chance } from '../random.js';
import type { ScriptedPost } from '../script.js';

const reasons = [
  'It saw a heron.',
  'There was a hedgehog, then there was another hedgehog.',
  'The driver knew somebody.',
  'The bridge was up and it did not mind.',
  'It stopped to let a wedding pass. It is still a little moved.',
  'Fog.',
  'Somebody asked it a question about the timetable.',
  'The school trip could not agree on a song.',
  'It had to turn at the bakery again.',
  'A bicycle was winning.',
];

const moods = ['It is sorry.', 'It is not sorry.', 'It is a little sorry.', 'It says hello.'];

/** A bot that runs on chance, as the real one runs on buses. */
export function picoPosts(chance: Chance, count: number): ScriptedPost[] {
  return Array.from({ length: count }, (_, at) => {
    const late = chance.whole(2, 19);
    const when = 2 + at * 540 + chance.whole(0, 300);
    const text =
      at % 9 === 4
        ? 'Bus 14 is on time. Nobody knows what to do now. #bus14'
        : `Bus 14 is late by ${late} minutes. ${chance.pick(moods)} ${chance.pick(reasons)} #bus14`;
    return { by: 'pico', ago: when, after: false, text, words: at % 6 ? { vis: 'unlisted' } : {} };
  });
}
