import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transform } from 'esbuild';
import { broken } from '../../scripts/mutation.mjs';
import { mutations } from '../mutations.mjs';

describe('the table of lines to break', () => {
  it('has thirty rows or more', () => assert.ok(mutations.length >= 30));

  for (const row of mutations) {
    it(`finds and breaks: ${row.file} ${row.find}`, async () => {
      // A line that no longer compiles would be noticed by everybody.
      await transform(broken(row), { loader: 'ts' });
      assert.ok(row.tests.length, 'no test file is named');
    });
  }
});
