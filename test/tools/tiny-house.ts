import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a house needs to run tests in a browser. */
export const browserTests = ['scripts', 'web-test-runner.config.mjs', 'test/copies/bundle.mjs'];

/** A folder with this project's configuration and these files in the place of its sources; gone when the test is done. */
export function tinyHouse(configs: readonly string[], files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  for (const config of ['package.json', 'tsconfig.json', ...configs])
    cpSync(config, join(folder, config), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
