/** Mulberry32: the same seed gives the same numbers in [0, 1) on every machine, so every run draws the same posts. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to below `limit`. */
export const below = (next, limit) => (next() * limit) | 0;

export const pick = (next, list) => list[below(next, list.length)];

const WORDS = (
  'the of and to in is it that for on with as was at by this from but not are or have an they which one you were all ' +
  'her would there their will when who him been has more if no out so what up about into than them can only other ' +
  'time new some could these two may then do first any my now such like our over man me even most made after also did ' +
  'many before must through back years where much your way well down should because each just those people how too ' +
  'little state good very make world still own see men work long here get both between life being under never day ' +
  'same another know while last might us great old year off come since against go came right used take three'
).split(' ');

/** `count` common words with a capital at the start. */
export function sentence(next, count) {
  const words = [];
  for (let k = 0; k < count; k++) words.push(pick(next, WORDS));
  const text = words.join(' ');
  return text[0].toUpperCase() + text.slice(1);
}
