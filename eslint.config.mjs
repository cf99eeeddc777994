import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** R63: HTML is made from text in src/content/ only, code from text nowhere. */
const htmlProperties = ['innerHTML', 'outerHTML', 'srcdoc'];
const htmlMethods = [
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'setHTML',
  'parseHTML',
  'parseHTMLUnsafe',
  'parseFromString',
  'write',
  'writeln',
];
const noHtml = {
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html.js'],
          message: 'R63: no HTML from text.',
        },
      ],
    },
  ],
  'no-restricted-globals': ['error', { name: 'DOMParser', message: 'R63: HTML is parsed in src/content/ only.' }],
  'no-restricted-syntax': [
    'error',
    {
      selector: `AssignmentExpression > MemberExpression[property.name=/^(${htmlProperties.join('|')})$/].left`,
      message: 'R63: HTML is made in src/content/ only.',
    },
    {
      selector: `AssignmentExpression > MemberExpression[property.value=/^(${htmlProperties.join('|')})$/].left`,
      message: 'R63: HTML is made in src/content/ only.',
    },
    {
      selector: `CallExpression > MemberExpression[property.name=/^(${htmlMethods.join('|')})$/].callee`,
      message: 'R63: HTML is made in src/content/ only.',
    },
    {
      selector: `CallExpression > MemberExpression[property.value=/^(${htmlMethods.join('|')})$/].callee`,
      message: 'R63: HTML is made in src/content/ only.',
    },
  ],
};

export default defineConfig([
  globalIgnores(['dist/', 'coverage/', 'results/', '.cache/']),
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['demo/**/*.js', 'test/bench/pages/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'MastoElement'] } },
    rules: litA11y.configs.recommended.rules,
  },
  { files: ['src/**/*.ts'], ignores: ['src/content/**'], rules: noHtml },
  {
    files: ['src/content/**/*.ts'],
    rules: { 'no-eval': 'error', 'no-new-func': 'error', 'no-restricted-imports': noHtml['no-restricted-imports'] },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  }, // chai's expect(x).to.be.true
]);
