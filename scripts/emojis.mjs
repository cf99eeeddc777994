/**
 * Writes src/elements/emoji-picker/data/ from emojibase-data: what is said of each emoji in each language, and which there are.
 * With `--check` it writes nothing, and fails when something else stands there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { version } = require('emojibase-data/package.json');
const folder = 'src/elements/emoji-picker/data';
const languages = { en: 'English', de: 'German' };

/** Skin and hair alone are no emoji that one looks for. */
const components = 2;
const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];
/** What old devices draw as an empty box: the letter stands behind those of a version. */
const versions = { 14: 'a', 15: 'b', 15.1: 'c', 16: 'd', 17: 'e' };

/** Skin colours of the first person, or of the first and the last. */
function toned(text, tone, how) {
  const people = text.split('\u200d');
  for (const at of how === 1 ? [0] : [0, people.length - 1])
    people[at] = people[at].replace(/^(.)\ufe0f?/u, `$1${tone}`);
  return people.join('\u200d');
}

/** Without the sign that asks for a picture, where a picture is drawn anyway. */
const plain = (text) => text.replace(/^(\p{Emoji_Presentation})\ufe0f$/u, '$1');

function skinOf({ unicode, label, skins }) {
  if (!skins) return '';
  const known = skins.map((skin) => skin.unicode);
  const how = [1, 2].find((each) => tones.every((tone) => known.includes(toned(unicode, tone, each))));
  if (!how) throw new Error(`No rule makes the skin tones of ${label}.`);
  return how;
}

/** What is said of an emoji besides its name, without what the name says as well. */
function wordsOf({ label, tags = [] }) {
  const name = ` ${label.toLowerCase().replace(/[:,()]/g, '')} `;
  const more = tags.filter((tag) => !name.includes(` ${tag.toLowerCase()} `));
  const all = [label, ...more];
  if (/[|;"]/.test(all.join(''))) throw new Error(`${label} holds a sign that divides.`);
  return all.join('|');
}

const groupsOf = (list) => {
  const groups = new Map();
  for (const each of list)
    if (each.group !== undefined && each.group !== components)
      groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  return [...groups].sort(([a], [b]) => a - b).map(([, emojis]) => emojis);
};

const read = (language) => require(`emojibase-data/${language}/compact.json`);

const notice = `/*! emojibase-data ${version} | MIT | (c) 2017-2019 Miles Johnson */
// SPDX-License-Identifier: MIT
// Made by scripts/emojis.mjs: change nothing here.
`;

/** As Prettier would write it. */
const quoted = (text) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const list = (name, said, lines) =>
  `${notice}\n/** ${said} */\nexport const ${name}: readonly string[] = [\n${lines.map((line) => `  ${quoted(line)},\n`).join('')}];\n`;

/** Path → text of every file that is made. */
export function files() {
  const since = Object.fromEntries(require('emojibase-data/en/data.json').map((each) => [each.hexcode, each.version]));
  const signs = groupsOf(read('en')).map((group) =>
    group.map((each) => plain(each.unicode) + skinOf(each) + (versions[since[each.hexcode]] ?? '')).join(' '),
  );
  const made = {
    [`${folder}/emojis.ts`]: list(
      'emojis',
      'A line a group. Behind an emoji: how its skin is coloured, and how new it is.',
      signs,
    ),
  };
  for (const [language, spoken] of Object.entries(languages))
    made[`${folder}/names-${language}.ts`] = list(
      'names',
      `What each emoji is called in ${spoken}, and what else one may call it.`,
      groupsOf(read(language)).map((group) => group.map(wordsOf).join(';')),
    );
  return made;
}

if (process.argv[1] === import.meta.filename) {
  const isCheck = process.argv.includes('--check');
  for (const [path, text] of Object.entries(files())) {
    if (!isCheck) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${path} is not what emojibase-data ${version} says: node scripts/emojis.mjs`);
      process.exitCode = 1;
    }
  }
}
