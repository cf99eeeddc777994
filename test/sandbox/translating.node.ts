import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from './contract.js';
import { refused, writer, type Json } from './town.js';

describe('translating', () => {
  const texts = { status: 'Bom dia :blobcat: @noor', spoiler_text: 'Nevoeiro', language: 'pt' };
  const ballot = { poll: { options: ['mar', 'porto'], expires_in: 3600 } };

  it('answers as the API describes it: words, warning, choices, and what is not to be translated as it is', async () => {
    const { place, post } = await writer();
    const { id } = await place.post('ines', { ...texts, ...ballot });
    const path = `/api/v1/statuses/${id}/translate`;
    const { status, body } = await post(path, { lang: 'en' });
    const said = body as Json;
    assert.equal(status, 200);
    assert.deepEqual((await judge())?.complaints('POST', path, status, body) ?? [], []);
    assert.match(String(said['content']), /^<p>Good day :blobcat: <span class="h-card" translate="no">/);
    assert.deepEqual(
      [said['language'], said['detected_source_language'], said['provider'], said['spoiler_text']],
      ['en', 'pt', 'Lanternfish', 'Fog'],
    );
    assert.deepEqual((said['poll'] as Json)['options'], [{ title: 'sea' }, { title: 'harbour' }]);
  });

  it('refuses what Mastodon refuses: other audiences, other languages, no service, no scope', async () => {
    const { place, post } = await writer();
    const at = async (draft: Json) =>
      refused(await post(`/api/v1/statuses/${(await place.post('noor', draft)).id}/translate`, { lang: 'en' }));
    const forbidden = [403, 'This action is not allowed'];
    assert.deepEqual(await at({ ...texts, visibility: 'private' }), forbidden);
    assert.deepEqual(await at({ ...texts, language: 'sk' }), forbidden);
    assert.deepEqual(await place.get('/api/v1/instance/translation_languages').then((all) => 'pt' in all), true);
    await place.ask('/__sandbox/settings', { method: 'PATCH', json: { translation: false } });
    assert.deepEqual(await at(texts), [404, 'Not Found']);
    assert.deepEqual(await place.get('/api/v1/instance/translation_languages'), {});
  });
});
