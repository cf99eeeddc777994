import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { contentRules, noHtmlRules } from './scripts/no-html-rules.mjs';

/** A skipped test tests nothing, and one that runs alone hides the others. */
const noSkipping = ['it', 'describe', 'test'].flatMap((object) =>
  ['only', 'skip', 'todo'].map((property) => ({
    object,
    property,
    message: 'Every test runs, and each one says something.',
  })),
);

export default defineConfig([
  globalIgnores(['dist/', 'coverage/', 'results/', '.cache/']),
  js.configs.recommended,
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node } },
  { files: ['demo/**/*.js', 'test/bench/pages/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'MastoElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // A parameter may be there for its callers' or its heirs' sake.
      '@typescript-eslint/no-unused-vars': ['error', { args: 'none' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/content/**'], rules: noHtmlRules },
  { files: ['src/content/**/*.ts'], rules: contentRules },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      // node's describe() and it() give back a promise
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-properties': ['error', ...noSkipping],
      'no-restricted-globals': ['error', 'xit', 'xdescribe', 'fit', 'fdescribe'],
    },
  },
]);
