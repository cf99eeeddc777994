import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { browserTests, tinyHouse } from './tiny-house.js';

describe('npm run new', () => {
  let house: ReturnType<typeof tinyHouse>;
  let made: { status: number | null; output: string };

  /** Runs a script of the copied project. */
  function node(args: string[], env: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: house.folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }

  before(() => {
    house = tinyHouse([...browserTests, 'src', 'demo', 'eslint.config.mjs', '.prettierrc.json'], {});
    made = node(['scripts/new-element.mjs', 'masto-red-poll']);
  });
  after(() => house[Symbol.dispose]());

  it('makes an element whose own test passes', () => {
    assert.equal(made.status, 0, made.output);
    const { output } = node(['scripts/test.mjs', 'chromium'], { FILES: 'test/elements/red-poll.test.ts' });
    assert.match(output, /^3 passed, 0 failed$/m, output);
  });

  it('keeps to the rules of types, lint and format', () => {
    const files = [
      'src/elements/red-poll',
      'src/i18n/red-poll.ts',
      'src/index.ts',
      'src/autoloader.ts',
      'test/elements',
    ];
    for (const args of [
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
      ['node_modules/eslint/bin/eslint.js', ...files],
      ['node_modules/prettier/bin/prettier.cjs', '--check', ...files],
    ]) {
      const { status, output } = node(args);
      assert.equal(status, 0, output);
    }
  });

  it('says five steps', () => {
    assert.deepEqual(made.output.match(/^\d(?=\. )/gm), ['1', '2', '3', '4', '5']);
  });

  it('refuses a tag that is there, and a name that is none', () => {
    for (const tag of ['masto-timeline', 'poll', 'masto-Poll', 'masto-a-b-c', ''])
      assert.equal(node(['scripts/new-element.mjs', tag]).status, 1, tag);
  });
});
