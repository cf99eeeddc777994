import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { tinyHouse } from './tiny-house.js';

interface Violation {
  from: string;
  rule: { name: string };
}

/** File → the rules that dependency-cruiser says it breaks. */
function cruise(files: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const house = tinyHouse(['.dependency-cruiser.cjs'], files);
  try {
    const args = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: house.folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    assert.ok(stdout, stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    const broken = new Map<string, Set<string>>();
    for (const { from, rule } of summary.violations) broken.set(from, (broken.get(from) ?? new Set()).add(rule.name));
    return broken;
  } finally {
    house[Symbol.dispose]();
  }
}

/** The house as architecture has it: each floor and what it may import. */
const floors: Record<string, string[]> = {
  elements: ['parts', 'controllers', 'mastodon', 'content', 'i18n', 'styles', 'base'],
  parts: ['content', 'i18n', 'styles', 'base'],
  controllers: ['mastodon', 'i18n', 'base'],
  mastodon: ['base'],
  content: ['base'],
  i18n: ['base'],
  styles: ['base'],
  base: [],
};
const pairs = Object.keys(floors).flatMap((from) =>
  Object.keys(floors)
    .filter((to) => to !== from)
    .map((to) => ({ from, to, down: floors[from]!.includes(to) })),
);

const one = 'export const one = 1;\nexport type One = 1;\n';
const ways: Record<string, (path: string) => string> = {
  import: (path) => `import { one } from '${path}';\nexport const two = one + 1;`,
  'import type': (path) => `import type { One } from '${path}';\nexport const two = (a: One) => a;`,
  'import()': (path) => `export const two = () => import('${path}');`,
};
const fileOf = (from: string, to: string, way: string) => `src/${from}/to-${to}-${Object.keys(ways).indexOf(way)}.ts`;

describe('the floors', () => {
  let broken: Map<string, Set<string>>;
  const rulesOf = (file: string) => [...(broken.get(file) ?? [])].sort();

  before(() => {
    const files: Record<string, string> = {};
    for (const floor of Object.keys(floors)) files[`src/${floor}/one.ts`] = one;
    for (const { from, to } of pairs)
      for (const [way, text] of Object.entries(ways)) files[fileOf(from, to, way)] = text(`../${to}/one.js`);
    broken = cruise({
      ...files,
      'src/mastodon/entities.ts': 'export interface Status { id: string }\nexport const value = 1;',
      'src/parts/type-of-entity.ts':
        "import type { Status } from '../mastodon/entities.js';\nexport const a = (status: Status) => status;",
      'src/parts/value-of-entity.ts': "import { value } from '../mastodon/entities.js';\nexport const a = value;",
      'src/base/ring-a.ts': "import { b } from './ring-b.js';\nexport const a = () => b;",
      'src/base/ring-b.ts': "import { a } from './ring-a.js';\nexport const b = () => a;",
      'src/base/lazy-a.ts': "import { b } from './lazy-b.js';\nexport const a = () => b;",
      'src/base/lazy-b.ts': "export const b = () => import('./lazy-a.js');",
      'src/base/chain-a.ts': "import { b } from './chain-b.js';\nexport const a = () => b;",
      'src/base/chain-b.ts': 'export const b = 1;',
      'src/elements/status/status.ts': "export const open = () => import('../timeline/timeline.js');",
      'src/elements/timeline/timeline.ts': "import { one } from '../one.js';\nexport const two = one;",
      'src/mastodon/client.ts':
        "import { createRestAPIClient } from 'masto';\nexport const make = createRestAPIClient;",
      'src/mastodon/other.ts': "import { createRestAPIClient } from 'masto';\nexport const make = createRestAPIClient;",
      'src/mastodon/oauth.ts': "export { None } from 'oauth4webapi';",
      'src/mastodon/none.ts': "export { None } from 'oauth4webapi';",
      'src/base/to-test.ts': "export { one } from '../../test/one.js';",
      'test/one.ts': one,
      'src/base/to-nowhere.ts': "export const a = () => import('./gone.js');",
    });
  });

  for (const way of Object.keys(ways)) {
    it(`let ${way} go down, and never up or aside`, () => {
      for (const { from, to, down } of pairs)
        assert.deepEqual(rulesOf(fileOf(from, to, way)), down ? [] : [`floor-${from}`], `${from} → ${to}`);
    });
  }

  it('let the types of entities, and nothing else of them, be used everywhere', () => {
    assert.deepEqual(rulesOf('src/parts/type-of-entity.ts'), []);
    assert.deepEqual(rulesOf('src/parts/value-of-entity.ts'), ['entities-are-types']);
  });

  it('have no rings, through import() neither', () => {
    // A ring is told once, at whichever of its files is met first.
    for (const ring of ['ring', 'lazy'])
      assert.deepEqual([...rulesOf(`src/base/${ring}-a.ts`), ...rulesOf(`src/base/${ring}-b.ts`)], ['no-ring']);
    assert.deepEqual(rulesOf('src/base/chain-a.ts'), []);
  });

  it('keep elements in one order', () => {
    assert.deepEqual(rulesOf('src/elements/status/status.ts'), ['elements-one-way']);
    assert.deepEqual(rulesOf('src/elements/timeline/timeline.ts'), []);
  });

  it('keep masto in one file', () => {
    assert.deepEqual(rulesOf('src/mastodon/client.ts'), []);
    assert.deepEqual(rulesOf('src/mastodon/other.ts'), ['masto-in-one-file']);
  });

  it('keep oauth4webapi in one file', () => {
    assert.deepEqual(rulesOf('src/mastodon/oauth.ts'), []);
    assert.deepEqual(rulesOf('src/mastodon/none.ts'), ['oauth-in-one-file']);
  });

  it('keep src/ from the demo and the tests, and notice a file that is not there', () => {
    assert.ok(rulesOf('src/base/to-test.ts').includes('src-stands-alone'));
    assert.deepEqual(rulesOf('src/base/to-nowhere.ts'), ['no-unresolved']);
  });
});
