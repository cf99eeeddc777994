import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { film, png, refused, upload, writer, type Json, type Status, type Town } from './town.js';

const minute = 60_000;

describe('polls', () => {
  const ask = { status: '?', poll: { options: ['a', 'b', 'c'], expires_in: 600, hide_totals: true } };

  it('takes one vote, hides totals until the end, and tells who took part', async () => {
    const { place, post } = await writer('noor');
    const theirs = await place.post('ines', ask);
    const poll = theirs['poll'] as { id: string };
    const at = `/api/v1/polls/${poll.id}/votes`;
    const voted = (await post(at, { choices: ['1'] })).body as Json;
    assert.deepEqual(
      [voted['voted'], voted['own_votes'], voted['votes_count'], voted['voters_count']],
      [true, [1], 1, 1],
    );
    assert.deepEqual(
      (voted['options'] as Json[]).map(({ votes_count: n }) => n),
      [null, null, null],
    );
    assert.deepEqual(refused(await post(at, { choices: ['0'] })), [
      422,
      'Validation failed: You have already voted on this poll',
    ]);
    assert.deepEqual(refused(await place.ask(at, { json: { choices: ['0'] }, token: await place.token('ines') })), [
      422,
      'Validation failed: You cannot vote in your own polls',
    ]);
    const kofi = await place.token('kofi');
    assert.deepEqual(refused(await place.ask(at, { json: { choices: ['3'] }, token: kofi })), [
      422,
      'Validation failed: The chosen vote option does not exist',
    ]);
    assert.deepEqual(refused(await place.ask(at, { json: { choices: ['0', '1'] }, token: kofi })), [
      422,
      'Validation failed: You have already voted on this poll',
    ]);
    place.later(11 * minute);
    const over = await place.get(`/api/v1/polls/${poll.id}`);
    assert.deepEqual([over['expired'], (over['options'] as Json[]).map(({ votes_count: n }) => n)], [true, [0, 1, 0]]);
    assert.deepEqual(refused(await place.ask(at, { json: { choices: ['0'] }, token: kofi })), [
      422,
      'Validation failed: The poll has already ended',
    ]);
    const told = await place.get<Json[]>('/api/v1/notifications?types[]=poll', { token: await place.token('noor') });
    assert.equal((told[0]!['status'] as Status).id, theirs.id);
  });

  it('takes further choices later where several may be taken', async () => {
    const { place, post } = await writer('noor');
    const theirs = await place.post('ines', { ...ask, poll: { ...ask.poll, multiple: true, hide_totals: false } });
    const at = `/api/v1/polls/${(theirs['poll'] as Json)['id'] as string}/votes`;
    await post(at, { choices: ['0', '1'] });
    const more = (await post(at, { choices: ['2'] })).body as Json;
    assert.deepEqual([more['own_votes'], more['votes_count'], more['voters_count']], [[0, 1, 2], 3, 1]);
    assert.equal((await post(at, { choices: ['2'] })).status, 422);
  });

  it('has two to four different short options, and lasts five minutes to a month', async () => {
    const { post } = await writer();
    const why = async (poll: Json) =>
      refused(await post('/api/v1/statuses', { status: '?', poll: { ...ask.poll, ...poll } }))[1];
    assert.match(String(await why({ options: ['a'] })), /must have more than one item/);
    assert.match(String(await why({ options: ['a', 'b', 'c', 'd', 'e'] })), /can't contain more than 4 items/);
    assert.match(String(await why({ options: ['a', 'a'] })), /contain duplicate items/);
    assert.match(String(await why({ options: ['a', 'b'.repeat(51)] })), /cannot be longer than 50 characters each/);
    assert.match(String(await why({ expires_in: 299 })), /too soon/);
    assert.match(String(await why({ expires_in: 2_629_747 })), /too far into the future/);
  });

  it('starts anew when its options are edited', async () => {
    const { place, token, write } = await writer();
    const own = await write(ask);
    const poll = own['poll'] as { id: string };
    await place.ask(`/api/v1/polls/${poll.id}/votes`, { json: { choices: ['0'] }, token: await place.token('ines') });
    const edited = await place.get<Status>(`/api/v1/statuses/${own.id}`, {
      method: 'PUT',
      token,
      json: { status: '?', poll: { ...ask.poll, options: ['x', 'y'] } },
    });
    assert.equal((edited['poll'] as Json)['votes_count'], 0);
  });
});

describe('media', () => {
  const media = async (who: { place: Town; token: string }, file: File, more = {}) =>
    who.place.ask('/api/v2/media', { method: 'POST', token: who.token, body: upload(file, more) });

  it('takes a picture at once, with its size, focus and description', async () => {
    const who = await writer();
    const { status, body } = await media(who, png(), { description: 'Grey', focus: '0.5,-0.5' });
    const row = body as Json & { meta: Json; url: string };
    assert.equal(status, 200);
    assert.deepEqual([row['type'], row['description'], row.meta['focus']], ['image', 'Grey', { x: 0.5, y: -0.5 }]);
    assert.deepEqual(row.meta['original'], { width: 1, height: 1, size: '1x1', aspect: 1 });
    assert.match(String(row['blurhash']), /^[\w#$%*+,.:;=?@[\]^{|}~-]{28}$/);
    assert.match(row.url, /\/system\/media_attachments\/files\/(?:\d{3}\/){6}original\/[0-9a-f]{16}\.png$/);
    assert.equal((await who.place.ask(row.url)).status, 200);
  });

  it('needs time for a film: 202, 206, 200; and no post carries it before', async () => {
    const who = await writer();
    const { status, body } = await media(who, film());
    const { id, url } = body as Status;
    assert.deepEqual([status, url], [202, null]);
    const state = async () => (await who.place.ask(`/api/v1/media/${id}`, { token: who.token })).status;
    assert.equal(await state(), 206);
    assert.deepEqual(refused(await who.post('/api/v1/statuses', { media_ids: [id] })), [
      422,
      'Cannot attach files that have not finished processing. Try again in a moment!',
    ]);
    who.place.later(3000);
    assert.equal(await state(), 200);
  });

  it('refuses what is no medium, whatever it is called', async () => {
    const who = await writer();
    const text = new File(['I am a picture, honestly, look at my name'], 'picture.png', { type: 'image/png' });
    assert.deepEqual(refused(await media(who, text)), [422, 'File type of uploaded media could not be verified']);
    assert.equal((await who.post('/api/v2/media', {})).status, 422);
  });

  it('takes four pictures a post, one film alone, each once, and never a poll beside them', async () => {
    const who = await writer();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(((await media(who, png())).body as Status).id);
    const moving = ((await media(who, film())).body as Status).id;
    who.place.later(3000);
    const post = (json: Json) => who.post('/api/v1/statuses', json);
    assert.deepEqual(refused(await post({ media_ids: ids })), [422, 'Cannot attach more than 4 files']);
    assert.deepEqual(refused(await post({ media_ids: [ids[0], moving] })), [
      422,
      'Cannot attach a video to a post that already contains images',
    ]);
    assert.equal((await post({ media_ids: ids.slice(0, 4) })).status, 200);
    assert.deepEqual(refused(await post({ media_ids: [ids[0]] })), [
      422,
      `Media ${ids[0]} not found or already attached to another post`,
    ]);
    assert.equal((await post({ media_ids: [ids[4]], poll: { options: ['a', 'b'], expires_in: 300 } })).status, 422);
    const attached = await who.place.ask(`/api/v1/media/${ids[0]}`, {
      method: 'PUT',
      token: who.token,
      json: { description: 'x' },
    });
    assert.equal(attached.status, 404);
  });

  const state = async (who: { place: Town; token: string }, id: string) =>
    (await who.place.ask(`/api/v1/media/${id}`, { token: who.token })).status;

  it('is told how long the work on a picture takes, and that it comes to nothing', async () => {
    const who = await writer();
    Object.assign(who.place.instance.settings.media, { pictures: 500, fails: true });
    const { status, body } = await media(who, png());
    const { id } = body as Status;
    assert.deepEqual([status, await state(who, id)], [202, 206]);
    who.place.later(600);
    assert.equal(await state(who, id), 422);
    assert.equal((await who.post('/api/v1/statuses', { media_ids: [id] })).status, 422);
    who.place.instance.settings.media.pictures = 0;
    assert.deepEqual(refused(await media(who, png())), [500, 'Error processing thumbnail for uploaded media']);
  });

  it('has only the first version where it is told so, which answers when all is done', async () => {
    const who = await writer();
    who.place.instance.settings.media.v2 = false;
    assert.equal((await media(who, film())).status, 404);
    const first = { method: 'POST', token: who.token, body: upload(film()) };
    const { status, body } = await who.place.ask('/api/v1/media', first);
    assert.equal(status, 200);
    assert.match((body as Status & { url: string }).url, /^https:/);
  });

  it('forgets what no post has, and keeps the rest', async () => {
    const who = await writer();
    const [kept, lost] = [((await media(who, png())).body as Status).id, ((await media(who, png())).body as Status).id];
    const { id } = (await who.post('/api/v1/statuses', { media_ids: [kept] })).body as Status;
    await who.place.get('/__sandbox/media', { method: 'DELETE' });
    assert.equal(await state(who, lost), 404);
    assert.equal((await who.place.get<Status>(`/api/v1/statuses/${id}`)).media_attachments.length, 1);
  });

  it('takes what a telephone takes pictures in', async () => {
    const bytes = new Uint8Array([0, 0, 0, 24, ...Buffer.from('ftypheic'), ...new Uint8Array(40)]);
    const { status, body } = await media(await writer(), new File([bytes], 'fog.heic'));
    assert.deepEqual([status, (body as Json)['type']], [200, 'image']);
  });

  it('keeps to the limits that it is told, and tells them', async () => {
    const who = await writer();
    Object.assign(who.place.instance.settings.limits, { media: 5, characters: 10 });
    const told = await who.place.get<{ configuration: { statuses: Json } }>('/api/v2/instance');
    assert.deepEqual(
      [told.configuration.statuses['max_media_attachments'], told.configuration.statuses['max_characters']],
      [5, 10],
    );
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(((await media(who, png())).body as Status).id);
    assert.equal((await who.post('/api/v1/statuses', { media_ids: ids })).status, 200);
    assert.equal((await who.post('/api/v1/statuses', { status: 'Eleven long' })).status, 422);
  });
});
