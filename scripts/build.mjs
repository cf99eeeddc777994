/** `npm run build`: npm modules with their types, and the script tag's files, into a fresh dist/. */
import { readFileSync, rmSync } from 'node:fs';
import { runNode, tool } from './suites.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const registry = readFileSync('src/base/registry.ts', 'utf8');

if (!registry.includes(`version = '${version}'`)) {
  console.error(`src/base/registry.ts does not say version ${version}, as package.json does.`);
  process.exit(1);
}

rmSync('dist', { recursive: true, force: true });
for (const args of [
  [tool('rollup/dist/bin/rollup'), '-c', '--silent'],
  [tool('typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
]) {
  const code = await runNode(args);
  if (code) process.exit(code);
}
