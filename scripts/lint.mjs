/** `npm run lint`: every check that runs nothing. All are run, side by side, and each says whether it is content. */
import { line, saidByNode, sum, tool } from './suites.mjs';

const checks = {
  types: [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  ESLint: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  'templates (lit-analyzer)': ['scripts/templates.mjs'],
  'floors (dependency-cruiser)': [tool('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'demo'],
  'format (Prettier)': [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
};

const counts = await Promise.all(
  Object.entries(checks).map(async ([name, args]) => {
    const { code, said } = await saidByNode(args);
    console.log(`${said}${code ? '✖' : '✔'} ${name}`);
    return { passed: code ? 0 : 1, failed: code ? 1 : 0 };
  }),
);
console.log(`\n${line(sum(...counts))}`);
process.exitCode = sum(...counts).failed ? 1 : 0;
