import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { look, noon, png, refused, upload, writer, type Json, type Status } from './town.js';

const minute = 60_000;

describe('writing a post', () => {
  it('makes HTML of the text as Mastodon does', async () => {
    const { write } = await writer();
    const { content, mentions, tags } = await write({
      status: 'Hi @ines and @nobody <b>\n\n#Fog https://example.com/a/path/that/is/rather/long/indeed\nend',
    });
    const at = 'https://harbour.example';
    assert.equal(
      content,
      `<p>Hi <span class="h-card" translate="no"><a href="${at}/@ines" class="u-url mention">@<span>ines</span></a></span> and @nobody &lt;b&gt;</p>` +
        `<p><a href="${at}/tags/fog" class="mention hashtag" rel="tag">#<span>Fog</span></a> ` +
        '<a href="https://example.com/a/path/that/is/rather/long/indeed" target="_blank" rel="nofollow noopener" translate="no">' +
        '<span class="invisible">https://</span><span class="ellipsis">example.com/a/path/that/is/rat</span><span class="invisible">her/long/indeed</span></a><br />end</p>',
    );
    assert.deepEqual(
      (mentions as Json[]).map(({ acct }) => acct),
      ['ines'],
    );
    assert.deepEqual(tags, [{ name: 'fog', url: `${at}/tags/fog` }]);
  });

  it('counts as the server counts: a link is 23, a mention’s host nothing, a warning in full', async () => {
    const { post, place } = await writer();
    const link = `https://example.com/${'a'.repeat(300)}`;
    const status = async (text: string, spoiler_text = '') => {
      place.instance.counters.clear();
      return (await post('/api/v1/statuses', { status: text, spoiler_text })).status;
    };
    assert.equal(await status('x'.repeat(476) + ` ${link}`), 200);
    assert.equal(await status('x'.repeat(477) + ` ${link}`), 422);
    assert.equal(await status('x'.repeat(495) + ' @abc@a-long-host.example.org'), 200);
    assert.equal(await status('x'.repeat(496) + ' @abc@a-long-host.example.org'), 422);
    assert.equal(await status('x'.repeat(490), 'y'.repeat(10)), 200);
    assert.equal(await status('x'.repeat(490), 'y'.repeat(11)), 422);
    assert.equal(await status('👩‍👩‍👧‍👧'.repeat(500)), 200);
  });

  it('refuses nothing at all, but takes a picture or a warning for a text', async () => {
    const { post, place, token, write } = await writer();
    assert.deepEqual(refused(await post('/api/v1/statuses', { status: ' \n ' })), [
      422,
      "Validation failed: Text can't be blank",
    ]);
    const { id } = (await place.ask('/api/v2/media', { method: 'POST', token, body: upload(png()) })).body as Status;
    assert.equal((await write({ media_ids: [id] })).content, '');
    const warned = await write({ spoiler_text: 'Only this' });
    assert.deepEqual([warned.content, warned['spoiler_text'], warned['sensitive']], ['<p>Only this</p>', '', true]);
  });

  it('is sensitive when it has a warning', async () => {
    const { write } = await writer();
    assert.equal((await write({ status: 'x', spoiler_text: 'Careful', sensitive: false }))['sensitive'], true);
    assert.equal((await write({ status: 'y' }))['sensitive'], false);
  });

  it('answers the same key with the same post for an hour, and each person’s keys apart', async () => {
    const { place, token } = await writer();
    const ask = async (key: string, who = token) =>
      (
        (
          await place.ask('/api/v1/statuses', {
            token: who,
            json: { status: 'Once' },
            headers: { 'Idempotency-Key': key },
          })
        ).body as Status
      ).id;
    const first = await ask('k');
    assert.equal(await ask('k'), first);
    assert.notEqual(await ask('l'), first);
    assert.notEqual(await ask('k', await place.token('ines')), first);
    place.later(60 * minute);
    assert.notEqual(await ask('k'), first);
  });

  it('finds neither what is not there nor what may not be answered', async () => {
    const { place, post } = await writer('kofi');
    await place.ask(`/api/v1/accounts/${await place.id('noor')}/unfollow`, {
      method: 'POST',
      token: await place.token('kofi'),
    });
    const secret = await place.post('noor', { status: 'Secret', visibility: 'private' });
    for (const in_reply_to_id of ['1', secret.id]) {
      assert.deepEqual(refused(await post('/api/v1/statuses', { status: 'x', in_reply_to_id })), [
        404,
        'The post you are trying to reply to does not appear to exist.',
      ]);
    }
  });

  it('carries on whom one answers through answers to oneself', async () => {
    const { place, write } = await writer();
    const theirs = await place.post('ines');
    const first = await write({ status: 'a', in_reply_to_id: theirs.id });
    const second = await write({ status: 'b', in_reply_to_id: first.id });
    assert.equal(second['in_reply_to_account_id'], theirs.account.id);
    assert.equal((await look(place, theirs.id)).replies_count, 1);
  });

  it('waits for its time, and comes out then', async () => {
    const { place, token, post } = await writer();
    const at = (ms: number) => new Date(noon + ms).toISOString();
    const soon = await post('/api/v1/statuses', { status: 'x', scheduled_at: at(4 * minute) });
    assert.equal(soon.status, 422);
    const { id } = (await post('/api/v1/statuses', { status: 'Later', scheduled_at: at(10 * minute) })).body as Status;
    assert.equal((await place.get<Json[]>('/api/v1/scheduled_statuses', { token })).length, 1);
    assert.ok(
      !(await place.get<Status[]>('/api/v1/timelines/public')).some(({ content }) => content === '<p>Later</p>'),
    );
    place.later(10 * minute);
    assert.equal((await place.get<Status[]>('/api/v1/timelines/public'))[0]!.content, '<p>Later</p>');
    assert.equal((await place.ask(`/api/v1/scheduled_statuses/${id}`, { token })).status, 404);
  });
});

describe('quoting', () => {
  it('puts a line in front for old servers, counts, and tells the author', async () => {
    const { place, write } = await writer();
    const theirs = await place.post('ines', { status: 'Quote me' });
    const quoting = await write({ status: 'This', quoted_status_id: theirs.id });
    assert.match(quoting.content, /^<p class="quote-inline">RE: <a href="https:\/\/harbour\.example\/@ines\//);
    const quote = quoting['quote'] as { state: string; quoted_status: Status };
    assert.deepEqual([quote.state, quote.quoted_status.id], ['accepted', theirs.id]);
    assert.equal((await look(place, theirs.id))['quotes_count'], 1);
    const told = await place.get<Json[]>('/api/v1/notifications?types[]=quote', { token: await place.token('ines') });
    assert.equal((told[0]!['status'] as Status).id, quoting.id);
    const linked = await write({
      status: `See ${theirs.url.replace('example', 'example.org')}`,
      quoted_status_id: theirs.id,
    });
    assert.match(linked.content, /quote-inline/);
  });

  it('names a quote inside a quote by its id only', async () => {
    const { place, write } = await writer();
    const inner = await place.post('ines', { status: 'Inner' });
    const middle = await write({ status: 'Middle', quoted_status_id: inner.id });
    const outer = await write({ status: 'Outer', quoted_status_id: middle.id });
    const quoted = (outer['quote'] as { quoted_status: Status }).quoted_status;
    assert.deepEqual(quoted['quote'], { state: 'accepted', quoted_status_id: inner.id });
  });

  it('obeys the author’s policy, and the author may take consent back', async () => {
    const { place, post, token, write } = await writer();
    const mine = await place.post('ines', { status: 'Mine', quote_approval_policy: 'nobody' });
    assert.deepEqual(refused(await post('/api/v1/statuses', { status: 'x', quoted_status_id: mine.id })), [
      404,
      'The post you are trying to quote does not appear to exist.',
    ]);
    assert.equal(((await look(place, mine.id, token))['quote_approval'] as Json)['current_user'], 'denied');
    const open = await place.post('ines', { status: 'Open' });
    const quoting = await write({ status: 'x', quoted_status_id: open.id });
    const ines = await place.token('ines');
    await place.get(`/api/v1/statuses/${open.id}/quotes/${quoting.id}/revoke`, { method: 'POST', token: ines });
    assert.deepEqual((await look(place, quoting.id))['quote'], { state: 'revoked', quoted_status: null });
  });

  it('says that what was quoted is gone', async () => {
    const { place, write } = await writer();
    const theirs = await place.post('ines', { status: 'Soon gone' });
    const quoting = await write({ status: 'x', quoted_status_id: theirs.id });
    await place.ask(`/__sandbox/posts/${theirs.id}`, { method: 'DELETE' });
    assert.deepEqual((await look(place, quoting.id))['quote'], { state: 'deleted', quoted_status: null });
  });
});

describe('editing and deleting', () => {
  it('keeps every version, and says when', async () => {
    const { place, token, write } = await writer();
    const { id } = await write({ status: 'One' });
    place.later(5000);
    const put = (json: Json) => place.get<Status>(`/api/v1/statuses/${id}`, { method: 'PUT', token, json });
    const edited = await put({ status: 'Two', spoiler_text: 'Now warned' });
    assert.equal(edited['edited_at'], new Date(noon + 5000).toISOString());
    const versions = await place.get<Json[]>(`/api/v1/statuses/${id}/history`);
    assert.deepEqual(
      versions.map(({ content }) => content),
      ['<p>One</p>', '<p>Two</p>'],
    );
    const source = await place.get(`/api/v1/statuses/${id}/source`, { token });
    assert.deepEqual(source, { id, text: 'Two', spoiler_text: 'Now warned' });
    place.later(5000);
    assert.equal((await put({ status: 'Two', spoiler_text: 'Now warned' }))['edited_at'], edited['edited_at']);
  });

  it('is for the author alone', async () => {
    const { place, post, token } = await writer();
    const { id } = await place.post('ines');
    for (const method of ['PUT', 'DELETE']) {
      const said = await place.ask(`/api/v1/statuses/${id}`, { method, token, json: { status: 'Mine now' } });
      assert.deepEqual(refused(said), [404, 'Record not found']);
    }
    assert.deepEqual(refused(await post(`/api/v1/statuses/${id}/pin`)), [
      422,
      "Validation failed: Someone else's post cannot be pinned",
    ]);
  });

  it('gives back the source of what was deleted, and takes boosts along', async () => {
    const { place, token, post, write } = await writer();
    const { id } = await write({ status: 'Gone *soon* @ines' });
    const boost = await place.get<Status>(`/api/v1/statuses/${id}/reblog`, {
      method: 'POST',
      token: await place.token('kofi'),
    });
    const reply = await place.post('ines', { status: 'Oh', in_reply_to_id: id });
    const last = await place.get<Status>(`/api/v1/statuses/${id}`, { method: 'DELETE', token });
    assert.deepEqual([last['text'], 'content' in last], ['Gone *soon* @ines', false]);
    assert.equal((await place.ask(`/api/v1/statuses/${id}`)).status, 404);
    assert.equal((await place.ask(`/api/v1/statuses/${boost.id}`)).status, 404);
    const orphan = await look(place, reply.id);
    assert.deepEqual([orphan.in_reply_to_id, orphan['in_reply_to_account_id']], [null, last.account.id]);
    assert.equal((await post(`/api/v1/statuses/${id}/favourite`)).status, 404);
  });
});
