import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Mine } from '../../src/mastodon/mine.js';

describe('the reader’s own part of posts', () => {
  const quoted = { id: '2', content: '<p>x</p>', favourited: true };
  for (const [name, quote] of Object.entries({
    'as Mastodon has it': { quote: { state: 'accepted', quoted_status: quoted } },
    'as forks have it': { quote: quoted },
    'as Pleroma has it': { pleroma: { quote: quoted } },
  }))
    it(`is known of a quoted post, ${name}`, () => {
      const mine = new Mine('noor@a.example', 'a.example');
      mine.take([{ id: '1', favourited: false, ...quote }], (id) => `https://a.example/${id}`, 0);
      assert.equal(mine.is('https://a.example/2', 'favourited'), true);
      assert.equal(mine.is('https://a.example/1', 'favourited'), false);
    });

  it('of a quote that names a post only, nothing', () => {
    const mine = new Mine('noor@a.example', 'a.example');
    for (const quote of [
      { state: 'accepted', quoted_status_id: '2' },
      { state: 'deleted', quoted_status: null },
      7,
      [],
    ])
      mine.take({ id: '1', quote, pleroma: quote }, (id) => `https://a.example/${id}`, 0);
    assert.equal(mine.size, 1);
  });
});
