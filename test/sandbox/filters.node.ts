import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noon, refused, writer, type Json, type Status } from './town.js';

const at = '/api/v2/filters';

interface Result {
  filter: { title: string; filter_action: string; context: string[]; expires_at: string | null };
  keyword_matches: string[] | null;
  status_matches: string[] | null;
}

/** Noor, who has a filter of this, and what she is told of a post of Ines’s. */
async function filtering(filter: Json, status: Json | string) {
  const { place, post } = await writer();
  const token = await place.token('noor');
  const made = (await post(at, { title: 'Weather', context: ['home'], ...filter })).body as Json & { id: string };
  const { id } = await place.post('ines', typeof status === 'string' ? { status } : status);
  const read = async () => (await place.get<Status>(`/api/v1/statuses/${id}`, { token }))['filtered'] as Result[];
  return { place, post, token, made, id, read };
}

const words = (...keywords: readonly [string, boolean][]) => ({
  keywords_attributes: keywords.map(([keyword, whole_word]) => ({ keyword, whole_word })),
});

describe('filters', () => {
  it('are made with their keywords, read, changed and taken away', async () => {
    const { place, token, made } = await filtering(words(['fog', true]), 'Clear');
    assert.deepEqual(
      [made['title'], made['context'], made['filter_action'], made['expires_at'], made['statuses']],
      ['Weather', ['home'], 'warn', null, []],
    );
    const [keyword] = made['keywords'] as Json[];
    assert.deepEqual([keyword!['keyword'], keyword!['whole_word']], ['fog', true]);
    const change = {
      title: 'Mist',
      filter_action: 'hide',
      expires_in: 60,
      keywords_attributes: [{ id: keyword!['id'], _destroy: true }, { keyword: 'mist' }],
    };
    const { body } = await place.ask(`${at}/${made.id}`, { method: 'PUT', token, json: change });
    const changed = body as Json;
    assert.deepEqual(
      [changed['title'], changed['filter_action'], changed['expires_at'], changed['context']],
      ['Mist', 'hide', new Date(noon + 60_000).toISOString(), ['home']],
    );
    assert.deepEqual(
      (changed['keywords'] as Json[]).map(({ keyword }) => keyword),
      ['mist'],
    );
    await place.ask(`${at}/${made.id}`, { method: 'DELETE', token });
    assert.deepEqual(await place.get(at, { token }), []);
  });

  it('are nobody else’s', async () => {
    const { place, made } = await filtering(words(['fog', true]), 'Fog');
    const ines = await place.token('ines');
    assert.deepEqual(await place.get(at, { token: ines }), []);
    assert.equal((await place.ask(`${at}/${made.id}`, { token: ines })).status, 404);
  });

  it('refuse what makes no sense', async () => {
    const { post } = await writer();
    const context = ['home'];
    for (const [json, error] of [
      [{ context }, "Title can't be blank"],
      [{ title: 'x' }, "Context can't be blank, Context None or invalid context supplied"],
      [{ title: 'x', context: ['home', 'attic'] }, 'Context None or invalid context supplied'],
      [{ title: 'x', context, filter_action: 'burn' }, 'Action is not included in the list'],
      [{ title: 'x', context, ...words(['y'.repeat(513), true]) }, 'Keyword is too long (maximum is 512 characters)'],
    ] as const)
      assert.deepEqual(refused(await post(at, json)), [422, `Validation failed: ${error}`]);
  });

  for (const [keyword, whole, status, match] of [
    ['fog', true, 'Fog at sea', 'Fog'],
    ['fog', true, 'Foggy', undefined],
    ['fog', false, 'Foggy', 'Fog'],
    ['größe', true, 'Die Größen', undefined],
    ['größe', true, 'Die Größe!', 'Größe'],
    ['#fog', true, 'See #fog', '#fog'],
    ['c++', true, 'In C++20', 'C++'],
    ['a.c', false, 'abc', undefined],
    ['1 < 2', false, 'So 1 < 2 & more', '1 < 2'],
  ] as const)
    it(`“${keyword}”${whole ? ' as a word' : ''} ${match ? 'meets' : 'does not meet'} “${status}”`, async () => {
      const { read } = await filtering(words([keyword, whole]), status);
      assert.deepEqual(
        (await read()).map(({ keyword_matches }) => keyword_matches),
        match ? [[match]] : [],
      );
    });

  it('look at warnings, polls and descriptions too, and at what is boosted', async () => {
    const { place, post, token, read, id } = await filtering(words(['fog', true]), {
      status: 'x',
      spoiler_text: 'Fog',
    });
    assert.equal((await read()).length, 1);
    const poll = { options: ['Fog', 'Sun'], expires_in: 300 };
    const asked = await place.post('ines', { status: 'Which?', poll });
    const get = (post: string) => place.get<Status>(`/api/v1/statuses/${post}`, { token });
    assert.equal(((await get(asked.id))['filtered'] as unknown[]).length, 1);
    const boost = (await post(`/api/v1/statuses/${id}/reblog`)).body as Status;
    assert.equal((boost['filtered'] as unknown[]).length, 1);
    assert.equal((boost.reblog!['filtered'] as unknown[]).length, 1);
  });

  it('hold for single posts, whatever list they are for, until they expire', async () => {
    const { place, post, made, id, read } = await filtering({ context: ['thread'], expires_in: 600 }, 'Sun');
    assert.deepEqual(await read(), []);
    await post(`${at}/${made.id}/statuses`, { status_id: id });
    const [result] = await read();
    assert.deepEqual(
      [result!.status_matches, result!.keyword_matches, result!.filter.context],
      [[id], null, ['thread']],
    );
    await place.ask('/__sandbox/clock', { method: 'PUT', json: { advance: 601_000 } });
    assert.deepEqual(await read(), []);
  });

  it('tell visitors nothing', async () => {
    const { place, id } = await filtering(words(['fog', true]), 'Fog');
    assert.equal('filtered' in (await place.get<Status>(`/api/v1/statuses/${id}`)), false);
  });
});
