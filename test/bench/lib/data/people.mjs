import { below, random, sentence } from './random.mjs';

export const INSTANCE = 'https://masto.test';

const NAMES =
  'Ada Björn Chiara Dmitri Emeka Fatima Grace 花子 Ines João Kaya Łukasz María Noor Olu Priya Quentin Ravi Søren Tova'.split(
    ' ',
  );

export const EMOJIS = Array.from({ length: 24 }, (_, k) => ({
  shortcode: `blob${k}`,
  url: `${INSTANCE}/media/emoji${k}.png`,
  static_url: `${INSTANCE}/media/emoji${k}.png`,
  visible_in_picker: true,
  category: 'blobs',
}));

function website(k) {
  const hidden = (text) => `<span class="invisible">${text}</span>`;
  return (
    `<a href="https://user${k}.example" target="_blank" rel="nofollow noopener me" translate="no">` +
    `${hidden('https://')}<span class="">user${k}.example</span>${hidden('')}</a>`
  );
}

/** Where account `k` lives: number 0 is @bench of the instance itself, a quarter of the others are its neighbours. */
function address(k, local) {
  if (k === 0) return { username: 'bench', acct: 'bench', url: `${INSTANCE}/@bench`, uri: `${INSTANCE}/@user0/actor` };
  const username = `user${k}`;
  const host = `remote${k % 9}.example`;
  const url = local ? `${INSTANCE}/@${username}` : `https://${host}/@${username}`;
  return { username, acct: local ? username : `${username}@${host}`, url, uri: `${url}/actor` };
}

function make(k) {
  const next = random(7919 * (k + 1));
  const { username, acct, url, uri } = address(k, k === 0 || next() < 0.25);
  const emojis = next() < 0.3 ? [EMOJIS[k % 24]] : [];
  const shortcode = emojis.length ? ` :${emojis[0].shortcode}:` : '';
  const avatar = `${INSTANCE}/media/avatar${k % 40}.png`;
  const header = `${INSTANCE}/media/image${k % 24}.png`;
  return {
    id: String(1000 + k),
    username,
    acct,
    display_name: `${NAMES[k % NAMES.length]} ${sentence(next, 1)}${shortcode}`,
    locked: false,
    bot: next() < 0.05,
    discoverable: true,
    indexable: true,
    group: false,
    noindex: false,
    created_at: '2022-11-05T00:00:00.000Z',
    note: `<p>${sentence(next, 24)}</p>`,
    url,
    uri,
    avatar,
    avatar_static: avatar,
    avatar_description: '',
    header,
    header_static: header,
    header_description: '',
    followers_count: below(next, 5000),
    following_count: below(next, 900),
    statuses_count: below(next, 20000),
    last_status_at: '2026-11-20',
    hide_collections: false,
    emojis,
    roles: [],
    fields: [
      { name: 'Website', value: website(k), verified_at: null },
      { name: 'Pronouns', value: sentence(next, 2), verified_at: null },
    ],
  };
}

const made = new Map();

/** Account number `k` (its id is 1000 + k), always the same object. */
export function account(k) {
  if (!made.has(k)) made.set(k, make(k));
  return made.get(k);
}

/** The signed-in face of account 0, which only a full client asks for. */
export const me = () => ({
  ...account(0),
  source: { privacy: 'public', sensitive: false, language: '', note: '', fields: [], follow_requests_count: 0 },
  role: { id: '-99', name: '', permissions: '65536' },
});
