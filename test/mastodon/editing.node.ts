import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft } from '../../src/mastodon/drafts.js';
import { anew, readEditable, takeBack } from '../../src/mastodon/editing.js';
import type { MastoError } from '../../src/mastodon/errors.js';
import { findQuotable, mayQuote } from '../../src/mastodon/quoting.js';
import { readStatus } from '../../src/mastodon/reading.js';
import { atHome } from './at-home.js';

const failing = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return error as MastoError;
  }
  throw new Error('It has not failed.');
};

const without = (from: unknown, ...names: string[]) =>
  Object.fromEntries(Object.entries(from as object).filter(([name]) => !names.includes(name))) as Record<
    string,
    unknown
  >;

/** Where drafts go, in the order in which that happens. */
function shelf(asked: () => readonly string[]) {
  const log: [string, Draft | undefined, number][] = [];
  return {
    log,
    keep: (id: string, draft: Draft) =>
      void log.push([id, draft, asked().filter((line) => line.startsWith('DELETE')).length]),
    drop: (id: string) => void log.push([id, undefined, 0]),
  };
}

describe('readEditable', () => {
  it('R181 gives the words as they were typed, letter by letter, and when it was changed last', async () => {
    const { home, here } = await atHome();
    const text = '@ines *Fog*  &lt; 3\n\nhttps://a.example/?b=c';
    const made = await here.post('noor', {
      status: text,
      spoiler_text: 'weather',
      visibility: 'unlisted',
      language: 'nl',
    });
    const draft = await readEditable(home, made.id);
    assert.deepEqual(
      [draft.text, draft.warning, draft.visibility, draft.language, draft.sensitive, draft.quotePolicy],
      [text, 'weather', 'unlisted', 'nl', true, 'public'],
    );
    assert.deepEqual(draft.editing, { id: made.id, url: made.url, editedAt: undefined });
  });

  it('a server that does not say when: another text is another version', async () => {
    const { home, here } = await atHome();
    const one = await here.post('noor', { status: 'One' });
    const versionOf = async (id: string) => {
      const { fetch } = globalThis;
      globalThis.fetch = async (url, init) => {
        const answer = await fetch(url, init);
        const path = url instanceof Request ? url.url : String(url);
        if (!path.endsWith(id)) return answer;
        return Response.json(without(await answer.json(), 'edited_at'));
      };
      const draft = await readEditable(home, id);
      globalThis.fetch = fetch;
      return draft.editing?.editedAt;
    };
    const first = await versionOf(one.id);
    assert.match(first ?? '', /^#/);
    assert.equal(await versionOf(one.id), first);
    await here.ask(`/__sandbox/posts/${one.id}`, { method: 'PUT', json: { status: 'Two' } });
    assert.notEqual(await versionOf(one.id), first);
  });

  it('R34 says which permission is missing', async () => {
    const { home, here } = await atHome('noor', 'write:statuses');
    const { id } = await here.post('noor');
    const { failure, facts } = await failing(readEditable(home, id));
    assert.deepEqual([failure, facts.scope], ['out-of-scope', 'read:statuses']);
  });
});

describe('takeBack', () => {
  it('R163 keeps what it was before it is asked for, and what was given back before it leaves the page', async () => {
    const { home, here, asked } = await atHome();
    const made = await here.post('noor', { status: 'Precious', poll: { options: ['a', 'b'], expires_in: 3600 } });
    const key = await readStatus(home, made.id);
    const { log, keep, drop } = shelf(asked);
    await takeBack(home, home.statuses.get(key)!, '', { keep, drop });
    assert.deepEqual(
      log.map(([id, draft, deleted]) => [id, draft?.text, draft?.editing, draft?.poll?.expiresIn, deleted]),
      [
        [made.id, 'Precious', undefined, 3600, 0],
        [made.id, 'Precious', undefined, 3600, 1],
      ],
    );
    assert.equal(home.statuses.isGone(key), true);
  });

  it('R163 an answer that never came keeps it; a no forgets it', async () => {
    for (const [status, kept] of [
      [504, true],
      [403, false],
    ] as const) {
      const { home, here, asked, breaks } = await atHome();
      const made = await here.post('noor', { status: 'Precious' });
      const key = await readStatus(home, made.id);
      await breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status });
      const { log, keep, drop } = shelf(asked);
      await failing(takeBack(home, home.statuses.get(key)!, '', { keep, drop }));
      assert.equal(log.at(-1)?.[1]?.text, kept ? 'Precious' : undefined);
      assert.equal(home.statuses.isGone(key), false);
    }
  });

  it('R163 deletes nothing of which it is not known what it was', async () => {
    const { home, here, asked, breaks } = await atHome();
    const made = await here.post('noor', { status: 'Precious' });
    const key = await readStatus(home, made.id);
    await breaks({ method: 'GET', path: '/api/v1/statuses/*', status: 500 });
    const { log, keep, drop } = shelf(asked);
    await failing(takeBack(home, home.statuses.get(key)!, 'shown', { keep, drop }));
    assert.deepEqual(log, []);
    assert.deepEqual(
      asked().filter((line) => line.startsWith('DELETE')),
      [],
    );
  });

  it('R176 an empty answer takes nothing from it, and nobody else sees it', async () => {
    const { home, here, asked, breaks } = await atHome();
    const poll = { options: ['a', 'b'], expires_in: 3600 };
    const made = await here.post('noor', { status: 'Precious', visibility: 'private', poll });
    const key = await readStatus(home, made.id);
    await breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status: 200, body: {} });
    const { log, keep, drop } = shelf(asked);
    await takeBack(home, home.statuses.get(key)!, 'shown', { keep, drop });
    const draft = log.at(-1)![1]!;
    assert.deepEqual([draft.text, draft.visibility, draft.poll?.options], ['Precious', 'private', ['a', 'b']]);
  });

  it('R163 what may not be read is kept as it is shown, also where no answer comes; else as that says', async () => {
    const { home, here, asked, breaks } = await atHome('noor', 'write:statuses read:accounts');
    const made = await here.post('noor', { status: '*Typed*' });
    home.harvest([made]);
    const { log, keep, drop } = shelf(asked);
    const status = home.statuses.get(made.uri)!;
    await breaks({ method: 'DELETE', path: '/api/v1/statuses/*', status: 504, times: 1 });
    await failing(takeBack(home, status, 'shown', { keep, drop }));
    await takeBack(home, status, 'shown', { keep, drop });
    assert.deepEqual(
      log.map(([, draft, deleted]) => [draft?.text, draft?.visibility, deleted]),
      [
        ['shown', 'public', 0],
        ['shown', 'public', 1],
        ['*Typed*', 'public', 2],
      ],
    );
  });
});

it('anew: the same words and files, of a post that is not there yet', () => {
  const file = {
    id: '1',
    type: 'image',
    previewUrl: undefined,
    description: 'A cat',
    focus: { x: 0, y: 0 },
    name: '',
  } as const;
  const editing = { id: '9', url: undefined, editedAt: undefined };
  assert.deepEqual(anew({ text: 'x', media: [{ ...file, attached: true }], editing }), { text: 'x', media: [file] });
});

describe('quoting', () => {
  it('says whether the server lets it be, of what the reader sees', async () => {
    const { home, here } = await atHome();
    for (const [policy, consent] of [
      ['public', 'automatic'],
      ['nobody', 'denied'],
    ] as const) {
      const made = await here.post('ines', { status: 'Low tide', quote_approval_policy: policy });
      const found = await findQuotable(home, { url: made.url });
      assert.deepEqual([found.id, found.consent], [made.id, consent]);
      assert.equal(mayQuote(home, found.status), consent === 'automatic');
    }
  });

  it('what is told to everybody speaks of nobody', async () => {
    const { home, here } = await atHome();
    const made = await here.post('ines', { status: 'Low tide' });
    const { status } = await findQuotable(home, { id: made.id });
    const rest = without(made, 'favourited', 'reblogged', 'muted', 'bookmarked');
    home.harvest([{ ...rest, quote_approval: { automatic: [], manual: [], current_user: 'denied' } }]);
    assert.equal(mayQuote(home, status), true);
  });
});
