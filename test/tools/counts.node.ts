import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { browserTests, tinyHouse } from './tiny-house.js';

/** Runs a suite over these test files alone, and gives its last line and exit code. */
function run(suite: string, files: Readonly<Record<string, string>>, env: Record<string, string> = {}) {
  const house = tinyHouse(browserTests, files);
  try {
    const inherited = { ...process.env };
    delete inherited['NODE_TEST_CONTEXT']; // it would make the inner run a part of this one
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', suite], {
      cwd: house.folder,
      env: { ...inherited, FILES: Object.keys(files).join(','), ...env },
      encoding: 'utf8',
    });
    return { status, said: stdout.trim().split('\n').pop(), stderr };
  } finally {
    house[Symbol.dispose]();
  }
}

const node = (body: string) => `import { describe, it } from 'node:test';\n${body}`;
const fails = "() => { throw new Error('no'); }";

describe('what the test command counts', () => {
  it('sums what passes and what fails in Node; what is skipped, or says nothing, fails', () => {
    const files = {
      'test/a.node.ts': node(`describe('a', () => { it('b', () => {}); it('c', ${fails}); });\nit('d', () => {});`),
      'test/skipped.node.ts': node("it.skip('a', () => {}); it.todo('b'); it('c', { skip: true }, () => {});"),
      'test/empty.node.ts': 'export {};',
      'test/broken.node.ts': "throw new Error('no');",
    };
    assert.deepEqual(said(run('node', files)), ['2 passed, 6 failed', 1]);
  });

  it('does the same in a browser', () => {
    const files = {
      'test/a.test.ts': `it('a', () => {}); it('b', ${fails}); it.skip('c', () => {});`,
      'test/b.test.ts': "throw new Error('no');",
      'test/c.test.ts': 'export {};',
    };
    assert.deepEqual(said(run('chromium', files)), ['1 passed, 4 failed', 1]);
    assert.deepEqual(said(run('chromium', { 'test/a.test.ts': "it('a', () => {});" })), ['1 passed, 0 failed', 0]);
  });

  it('is not content with no test at all', () => {
    assert.deepEqual(said(run('node', { 'test/no-test.ts': '' })), ['0 passed, 0 failed', 1]);
  });

  it('says in one sentence that a browser is missing, and fails', () => {
    const env = { PATH: '/nowhere', CHROME_PATH: '' };
    const result = run('chromium', { 'test/a.test.ts': "it('a', () => {});" }, env);
    assert.deepEqual(said(result), ['0 passed, 1 failed', 1]);
    assert.match(result.stderr, /^Not found: chromium; install it .*\.\n$/);
  });

  const said = ({ status, said: last }: ReturnType<typeof run>) => [last, status];
});
