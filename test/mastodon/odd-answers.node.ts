import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { bringRules, rulesOf } from '../../src/mastodon/filter-rules.js';
import { readHistory } from '../../src/mastodon/history.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { readStatus } from '../../src/mastodon/reading.js';
import { report, rulesOf as serverRules } from '../../src/mastodon/reporting.js';
import { Translations } from '../../src/mastodon/translations.js';
import { refresh, vote } from '../../src/mastodon/voting.js';
import { broken, odditiesOf } from '../oddities/cases.js';
import { atHome } from './at-home.js';

/** What is asked for one at a time, beside posts, and what is done with the answer. */
const answers: Readonly<Record<string, { path: string; json: unknown; read: (at: Place) => Promise<unknown> }>> = {
  translation: {
    path: '*/translate',
    json: {
      content: '<p>Good day</p>',
      spoiler_text: 'x',
      language: 'en',
      detected_source_language: 'pt',
      provider: 'Lanternfish',
      poll: { id: '1', options: [{ title: 'a' }, { title: 'b' }] },
      media_attachments: [{ id: '1', description: 'x' }],
    },
    read: async ({ home, status }) => {
      const all = new (Translations as unknown as new (home: HomeSession) => Translations)(home);
      await all.show(status, 'en');
      return [all.of(status)?.error, (home.translations = all).said(status).content];
    },
  },
  'what is translated': {
    path: '/api/v1/instance/translation_languages',
    json: { pt: ['en', 'de'], und: ['en'] },
    read: async ({ home, status }) => {
      const all = new (Translations as unknown as new (home: HomeSession) => Translations)(home);
      await all.ready();
      return all.target(status, ['en', 'de']);
    },
  },
  history: {
    path: '*/history',
    json: [
      { content: '<p>a</p>', spoiler_text: '', sensitive: false, created_at: '2026-01-02T03:04:05.678Z', emojis: [] },
      {
        content: '<p>b</p>',
        created_at: '2026-01-03T03:04:05.678Z',
        account: { id: '1', acct: 'ines', display_name: 'Ines' },
        poll: { options: [{ title: 'a' }] },
        media_attachments: [{ id: '1', type: 'image', url: 'https://a.example/1.png', description: 'x' }],
      },
    ],
    read: ({ home, status }) => readHistory(status, home, home, new AbortController().signal),
  },
  relationship: {
    path: '*/relationships*',
    json: [{ id: '1', following: true, muting: true, muting_expires_at: '2026-01-02T03:04:05.678Z', note: 'x' }],
    read: async ({ home, status }) => {
      const author = home.accounts.get(status.account)!;
      await (await home.relating()).know([author]);
      return home.relationships.isHushed(author.key, Date.now());
    },
  },
  mute: {
    path: '*/mute',
    json: { id: '1', muting: true, muting_expires_at: null, domain_blocking: false },
    read: async ({ home, status }) => {
      await (await home.relating()).run('mute', home.accounts.get(status.account)!, true);
      return home.relationships.isHushed(status.account, Date.now());
    },
  },
  filters: {
    path: '/api/v2/filters',
    json: [
      { id: '1', title: 'x', context: ['home'], filter_action: 'hide', keywords: [{ keyword: 'a', whole_word: true }] },
    ],
    read: async ({ home, status }) => {
      await bringRules(home);
      return rulesOf(home).map(({ words, filter }) => [words.test(status.content), filter.context.includes('home')]);
    },
  },
  rules: {
    path: '/api/v1/instance/rules',
    json: [{ id: '1', text: 'No ducks', hint: '', translations: { de: { text: 'Keine Enten', hint: '' } } }],
    read: ({ home }) => serverRules(home, 'de'),
  },
  vote: {
    path: '*/votes',
    json: { id: '1', voted: true, own_votes: [0], votes_count: 1, options: [{ title: 'a', votes_count: 1 }] },
    read: ({ home, status }) => vote(home, status, [0]),
  },
  poll: {
    path: '/api/v1/polls/*',
    json: { id: '1', voted: true, own_votes: [0], votes_count: 1, options: [{ title: 'a', votes_count: 1 }] },
    read: ({ home, status }) => refresh(home, home, status),
  },
  report: {
    path: '/api/v1/reports',
    json: { id: '1' },
    read: ({ home, status }) =>
      report(home, status, home.accounts.get(status.account)!, {
        category: 'spam',
        ruleIds: [],
        comment: '',
        forward: false,
      }),
  },
};

interface Place {
  readonly home: HomeSession;
  readonly status: NonNullable<ReturnType<HomeSession['statuses']['get']>>;
}

/** One post with a poll. Each time a session of its own reads it, so that nothing is remembered from the one before. */
async function places(path: string): Promise<(body: unknown) => Promise<Place>> {
  const { here, breaks } = await atHome();
  const poll = { options: ['a', 'b'], expires_in: 3600 };
  const { id } = await here.post('ines', { status: 'Bom dia', language: 'pt', poll });
  const token = await here.token('noor', 'read write');
  const credentials = await here.get('/api/v1/accounts/verify_credentials', { token });
  const person = { origin: here.sandbox.origin, scopes: ['read', 'write'], credentials };
  return async (body) => {
    await breaks();
    const home = new HomeSession(person, () => token);
    const key = await readStatus(home, id);
    await breaks({ path, body: body === undefined ? null : body });
    return { home, status: home.statuses.get(key)! };
  };
}

describe('R142 any field of what is asked about a post may be anything: it is read, or refused', () => {
  for (const [name, { path, json, read }] of Object.entries(answers))
    it(name, async () => {
      const placeWith = await places(path);
      const oddities = odditiesOf([{ name, entity: { it: json } }]);
      for (const { path: field, way } of oddities) {
        if (way === 'million' && field.length > 3) continue;
        const { it: body } = broken({ it: json }, field, way) as { it?: unknown };
        const at = await placeWith(body);
        const what = `${field.join('.')} = ${way}`;
        try {
          await read(at);
        } catch (error) {
          assert.ok(error instanceof MastoError, `${what}: ${String((error as Error).stack)}`);
        }
      }
      assert.ok(oddities.length > 7);
    });
});
