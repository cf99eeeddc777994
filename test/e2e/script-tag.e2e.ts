import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { filesOf, nameOf } from '../../scripts/bytes.mjs';
import { cdnFolder } from '../../scripts/fresh.mjs';
import { makeWorld, type Visit, type World } from './world.js';

const post = 'masto-timeline masto-status';

describe('the script tag', () => {
  let world: World;
  let timeline: string;

  before(async () => {
    world = await makeWorld();
    timeline = `<masto-timeline instance="${world.instances[0]}" feed="local"></masto-timeline>`;
  });
  after(() => world.close());

  const scripts = ({ requests }: Visit) =>
    requests
      .filter((url) => url.includes('.js'))
      .map((url) => new URL(url).pathname.replace(/^.*\/(?=masto-elements|chunks)/, ''));

  /** A chunk, and what it cannot do without. */
  const importsOf = (file: string): string[] => {
    const text = readFileSync(`${cdnFolder}/${file}`, 'utf8');
    const next = [...text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g)].map(([, name]) => `chunks/${name!}`);
    return [...new Set([file, ...next.flatMap((each) => (each === file ? [] : importsOf(each)))])];
  };

  it('loads for a timeline just the files that the size budget counts', async () => {
    const visit = await world.show(`<masto-timeline instance="${world.named}" feed="local"></masto-timeline>`);
    await visit.page.locator(post).first().waitFor();
    await world.quiet(visit);
    // Blurs come for pictures that are late, which depends on the machine; the budget counts them. What few posts hold
    // (quotes, players, long texts) has budgets of its own.
    const counted = filesOf('masto-timeline');
    const rich = scripts(visit).find((file) => nameOf(file) === 'fuller');
    const brought = rich ? importsOf(rich).filter((file) => !counted.includes(file)) : [];
    const isSure = (file: string) => nameOf(file) !== 'blurhash' && !brought.includes(file);
    assert.deepEqual(scripts(visit).filter(isSure).sort(), counted.filter(isSure));
    assert.deepEqual(visit.errors, []);
  });

  it('has two files come before the first post, one after the other, and no third', async () => {
    const visit = await world.show(`<masto-timeline instance="${world.named}" feed="local"></masto-timeline>`);
    await visit.page.locator(post).first().waitFor();
    const before = visit.requests.slice(
      0,
      visit.requests.findIndex((url) => url.startsWith(world.named)),
    );
    assert.deepEqual(
      before.slice(1).map((url) => nameOf(url)),
      ['masto-elements', 'posts'],
    );
  });

  it('asks nobody but its own site and the instance', async () => {
    const visit = await world.show(timeline);
    await visit.page.locator(post).first().waitFor();
    await world.quiet(visit);
    const origins = new Set(visit.requests.map((url) => new URL(url).origin).filter((origin) => origin !== 'null'));
    assert.deepEqual([...origins].sort(), [world.origin, world.instances[0]].sort());
  });

  it('runs once under an address with a query, as some publishing systems write it', async () => {
    const head = '<script type="module" src="/dist/cdn/masto-elements.js?ver=6.5"></script>';
    const visit = await world.show(timeline, { head });
    await visit.page.locator(post).first().waitFor();
    assert.equal(scripts(visit).filter((path) => path.startsWith('masto-elements')).length, 1);
    assert.deepEqual(visit.errors, []);
  });

  it('works from any folder that dist/cdn was copied to', async () => {
    const head = '<script type="module" src="/copied/to/any/folder/masto-elements.js"></script>';
    const visit = await world.show(timeline, { head });
    await visit.page.locator(post).first().waitFor();
    const asked = visit.requests.map((url) => new URL(url).pathname).filter((path) => path.includes('.js'));
    assert.ok(
      asked.every((path) => path.startsWith('/copied/to/any/folder/')),
      asked.join(' '),
    );
  });

  it('works when a page has it twice, under two addresses', async () => {
    const tag = (query: string) => `<script type="module" src="/dist/cdn/masto-elements.js?${query}"></script>`;
    const visit = await world.show(timeline, { head: tag('a') + tag('b') });
    await visit.page.locator(post).first().waitFor();
    assert.deepEqual(visit.errors, []);
  });
});
