import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBlurHash } from 'fast-blurhash';
import { countCharacters } from '../../src/mastodon/count.js';
import { noon, town, type Json, type Status, type Town } from './town.js';

/** Every post of the people who live here, as a visitor sees them. */
async function everything(place: Town): Promise<Status[]> {
  const all: Status[] = [];
  for (const { id } of place.instance.world.localAccounts()) {
    for (let max = ''; ;) {
      const page = await place.get<Status[]>(`/api/v1/accounts/${id}/statuses?limit=40${max}`);
      if (!page.length) break;
      all.push(...page);
      max = `&max_id=${page.at(-1)!.id}`;
    }
  }
  return all;
}

const count = (posts: readonly Status[], fits: (post: Status) => unknown) => posts.filter(fits).length;

describe('the harbour town', () => {
  it('has a dozen people and some 300 posts of every kind', async () => {
    const place = town();
    const posts = await everything(place);
    assert.ok(place.instance.world.localAccounts().length >= 12);
    assert.ok(posts.length >= 290 && posts.length <= 340, String(posts.length));
    const polls = posts.map(({ poll }) => poll as Json | null).filter((poll) => poll !== null);
    const least: Record<string, [number, number]> = {
      answers: [count(posts, ({ in_reply_to_id: id }) => id), 40],
      boosts: [count(posts, ({ reblog }) => reblog), 20],
      quotes: [count(posts, ({ quote }) => quote), 5],
      edits: [count(posts, ({ edited_at: at }) => at), 3],
      warnings: [count(posts, ({ spoiler_text: text }) => text), 8],
      pictures: [count(posts, ({ media_attachments: media }) => media.length), 35],
      'several pictures': [count(posts, ({ media_attachments: media }) => media.length > 1), 5],
      sensitive: [count(posts, ({ sensitive, media_attachments: media }) => sensitive && media.length), 2],
      cards: [count(posts, ({ card }) => card), 4],
      'cards with a picture': [count(posts, ({ card }) => (card as Json | null)?.['image']), 3],
      'cards without': [count(posts, ({ card }) => card && !(card as Json)['image']), 1],
      pinned: [place.instance.world.pins.rows.length, 10],
      emoji: [count(posts, ({ emojis }) => (emojis as Json[]).length), 1],
      hashtags: [count(posts, ({ tags }) => (tags as Json[]).length), 20],
      mentions: [count(posts, ({ mentions }) => (mentions as Json[]).length), 30],
      'open polls': [polls.filter(({ expired }) => !expired).length, 3],
      'closed polls': [polls.filter(({ expired }) => expired).length, 3],
      'several choices': [polls.filter(({ multiple }) => multiple).length, 1],
      'hidden totals': [polls.filter(({ options }) => (options as Json[])[0]!['votes_count'] === null).length, 1],
      sounds: [count(posts, ({ media_attachments: [medium] }) => medium?.['type'] === 'audio'), 1],
    };
    for (const [kind, [found, wanted]] of Object.entries(least))
      assert.ok(found >= wanted, `${kind}: ${found} < ${wanted}`);
  });

  it('speaks five languages, one from right to left, one without spaces', async () => {
    const posts = await everything(town());
    for (const language of ['en', 'pt', 'de', 'ar', 'ja'])
      assert.ok(count(posts, (post) => post['language'] === language) >= 8, language);
  });

  it('has a writer whose own posts fill a blog’s column', async () => {
    const place = town();
    const posts = await place.get<Status[]>(
      `/api/v1/accounts/${await place.id('ines')}/statuses?limit=40&exclude_replies=1&exclude_reblogs=1`,
    );
    assert.ok(posts.length >= 36);
  });

  it('comes out the same from the same seed and hour, and otherwise from another', async () => {
    const all = async (place: Town) => JSON.stringify(await everything(place));
    assert.equal(await all(town()), await all(town()));
    assert.notEqual(await all(town()), await all(town({ seed: 3 })));
    const later = await everything(town({ now: () => noon + 3_600_000 }));
    const first = await everything(town());
    const shift = Date.parse(later[0]!.created_at) - Date.parse(first[0]!.created_at);
    assert.equal(shift, 3_600_000);
  });

  it('gives each person the same id in every town by the sea', async () => {
    const ids = async (place: Town) =>
      (await place.get<Json[]>('/__sandbox/people')).map(({ username, id }) => `${String(username)} ${String(id)}`);
    // Pages may write it down: the README names it.
    assert.ok((await ids(town())).includes('ines 100075674009604801'));
    assert.deepEqual(
      await ids(town()),
      await ids(town({ seed: 5, now: () => noon + 9_999_999_999, origin: 'http://localhost:4000' })),
    );
  });

  it('has ids that no JavaScript number can hold', async () => {
    const place = town();
    const posts = await everything(place);
    const ids = [...posts.map(({ id }) => id), ...place.instance.world.accounts.keys()];
    assert.ok(ids.length > 300 && ids.every((id) => String(Number(id)) !== id));
  });

  it('describes its pictures, and hashes them so that a decoder knows their colours', async () => {
    const place = town();
    const posts = await everything(place);
    const pictures = posts.flatMap(({ media_attachments: media }) => media).filter(({ type }) => type === 'image');
    for (const { description, blurhash, meta, url } of pictures) {
      assert.ok(typeof description === 'string' && description.length > 5, url);
      const pixels = decodeBlurHash(String(blurhash), 4, 3);
      assert.equal(pixels.length, 48);
      const { original, small } = meta as Record<string, { width: number; height: number; aspect: number }>;
      assert.ok(original!.width > 0 && Math.abs(original!.aspect - small!.aspect) < 0.02, url);
      assert.ok(small!.width * small!.height <= 232_000, url);
      const { status, body } = await place.ask(url);
      assert.equal(status, 200, url);
      assert.match(String(body), new RegExp(`^<svg [^>]*width="${original!.width}" height="${original!.height}"`), url);
      assert.ok(!/style=|<style|<script|href=/.test(String(body)), url);
    }
    assert.ok(new Set(pictures.map(({ blurhash }) => blurhash)).size > 25);
    assert.ok(pictures.some(({ meta }) => (meta as Json)['focus']));
  });

  it('plays a sound that any browser knows', async () => {
    const place = town();
    const [medium] = (await everything(place))
      .flatMap(({ media_attachments: media }) => media)
      .filter(({ type }) => type === 'audio');
    const response = await place.sandbox(new Request(medium!.url));
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.equal(response.headers.get('Content-Type'), 'audio/wav');
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), 'RIFF');
    assert.equal(new DataView(bytes.buffer).getUint32(40, true), bytes.length - 44);
    assert.ok(new Set(bytes.subarray(44)).size > 50);
  });
});

for (const [name, seed] of [
  ['harbour', 1],
  ['hill', 2],
] as const) {
  describe(`every post of the ${name} town`, () => {
    it('could have been posted: not too long, not too many pictures, answers after what they answer, nothing from tomorrow', () => {
      const { world } = town({ seed }).instance;
      for (const row of world.statuses.values()) {
        if (world.account(row.accountId).domain !== null || row.boostOf !== null) continue;
        assert.ok(countCharacters(row.text, { spoiler: row.spoiler }) <= 500, row.text);
        assert.ok(row.mediaIds.length <= 4, row.text);
        assert.ok(row.createdAt <= noon && (row.editedAt ?? row.createdAt) <= noon, row.text);
        assert.ok(row.editedAt === null || row.editedAt > row.createdAt, row.text);
        const parent = row.replyTo === null ? undefined : world.statuses.get(row.replyTo);
        assert.ok(!parent || parent.createdAt < row.createdAt, row.text);
      }
      for (const { targetId, createdAt } of world.favourites.rows) {
        const status = world.statuses.get(targetId)!;
        assert.ok(createdAt > status.createdAt && createdAt <= noon);
      }
      const rows = world.notifications;
      assert.ok(rows.length > 100 && rows.every((row, at) => !at || rows[at - 1]!.createdAt <= row.createdAt));
    });
  });
}

describe('the hill town', () => {
  it('has other people, other posts, and languages of its own', async () => {
    const posts = await everything(town({ seed: 2, origin: 'https://hills.example' }));
    assert.ok(posts.length > 120);
    for (const language of ['en', 'it', 'es', 'zh', 'he'])
      assert.ok(count(posts, (post) => post['language'] === language) >= 3, language);
    const harbour = new Set((await everything(town())).map(({ content }) => content));
    assert.equal(
      count(posts, ({ content, reblog }) => !reblog && content && harbour.has(content)),
      0,
    );
  });
});
