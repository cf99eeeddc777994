import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instanceFacts } from '../../src/mastodon/instance-facts.js';
import { atHome } from './at-home.js';

const v2 = '/api/v2/instance';
const v1 = '/api/v1/instance';
const configuration = (max_characters: unknown, characters_reserved_per_url: unknown = 23) => ({
  configuration: { statuses: { max_characters, characters_reserved_per_url } },
});

/** What servers say of their limits (R167): path → answer, or the status it is refused with. */
const servers: Readonly<Record<string, [said: Record<string, unknown>, limits: [number, number]]>> = {
  'Mastodon 4': [{ [v2]: configuration(500) }, [500, 23]],
  'glitch-soc': [{ [v2]: configuration(5000, 30) }, [5000, 30]],
  'Mastodon 3.4, which has no v2': [{ [v2]: 404, [v1]: configuration(600) }, [600, 23]],
  'Akkoma, which says max_toot_chars': [{ [v2]: 404, [v1]: { max_toot_chars: 10_000, pleroma: {} } }, [10_000, 23]],
  'v2 without limits, v1 with them': [{ [v2]: { title: 'x' }, [v1]: { max_toot_chars: 1312 } }, [1312, 23]],
  'one that says nothing': [{ [v2]: 404, [v1]: { title: 'x' } }, [500, 23]],
  'one that says nonsense': [{ [v2]: configuration('many', -1), [v1]: configuration(0, null) }, [500, 23]],
  'one whose v2 is not allowed': [{ [v2]: 403, [v1]: configuration(700, 20) }, [700, 20]],
};

describe('instanceFacts', () => {
  for (const [what, [said, [maxCharacters, perUrl]]] of Object.entries(servers))
    it(`R167 limits of ${what}`, async () => {
      const { home, breaks } = await atHome();
      await breaks(
        ...Object.entries(said).map(([path, body]) =>
          typeof body === 'number' ? { path, status: body, body: { error: 'No' } } : { path, body },
        ),
      );
      const facts = await instanceFacts(home);
      const { said: whole, ...rest } = { ...facts, streaming: 0 };
      assert.ok(whole);
      assert.deepEqual(rest, { maxCharacters, perUrl, translates: false, streaming: 0 });
    });

  it('R167 are asked once a session, and one request is enough for a Mastodon', async () => {
    const { home, asked } = await atHome();
    const streaming = home.origin.replace('https', 'wss');
    const both = await Promise.all([instanceFacts(home), instanceFacts(home)]);
    assert.deepEqual(
      both.map(({ said, ...rest }) => rest),
      [
        { maxCharacters: 500, perUrl: 23, translates: true, streaming },
        { maxCharacters: 500, perUrl: 23, translates: true, streaming },
      ],
    );
    await instanceFacts(home);
    assert.deepEqual(asked(), [`GET ${v2}`]);
  });

  it('R168 a server that does not answer is asked again later', async () => {
    const { home, breaks, asked } = await atHome();
    await breaks({ path: v2, refuse: true });
    await assert.rejects(instanceFacts(home), { failure: 'unreachable' });
    await breaks();
    assert.equal((await instanceFacts(home)).maxCharacters, 500);
    assert.deepEqual(asked(), [`GET ${v2}`, `GET ${v2}`]);
  });
});
