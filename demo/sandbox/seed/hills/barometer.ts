import type { Chance } from '../random.js';
import type { ScriptedPost } from '../script.js';

const skies = [
  'clear',
  'thinking about it',
  'low and woolly',
  'blue with intentions',
  'grey, in a kind way',
  'all weather at once',
];
const asides = [
  'Take a hat.',
  'The washing may stay out.',
  'The goats came down on their own.',
  'Bridge: slippery.',
  'Ask again at four.',
];

/** The instrument on the town hall, which has an account. */
export function barometerPosts(chance: Chance, count: number): ScriptedPost[] {
  return Array.from({ length: count }, (_, at) => ({
    by: 'barometer',
    ago: 10 + at * 700 + chance.whole(0, 200),
    after: false,
    text: `${chance.whole(968, 1034)} hPa, ${chance.whole(-6, 14)} °C. Sky: ${chance.pick(skies)}. ${chance.pick(asides)} #weather`,
    words: at % 4 ? { vis: 'unlisted' } : {},
  }));
}
