import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { tinyHouse } from './tiny-house.js';

/** Ways to make HTML from text. Each must be an error outside src/content/. */
const html: Record<string, string> = {
  'assigned innerHTML': 'export const f = (el: Element, text: string) => void (el.innerHTML = text);',
  'appended innerHTML': 'export const f = (el: Element, text: string) => void (el.innerHTML += text);',
  'computed innerHTML': "export const f = (el: Element, text: string) => void (el['innerHTML'] = text);",
  outerHTML: 'export const f = (el: Element, text: string) => void (el.outerHTML = text);',
  'Object.assign': 'export const f = (el: Element, text: string) => Object.assign(el, { innerHTML: text });',
  srcdoc: 'export const f = (el: HTMLIFrameElement, text: string) => void (el.srcdoc = text);',
  'setAttribute srcdoc': "export const f = (el: Element, text: string) => el.setAttribute('srcdoc', text);",
  'setAttribute onclick': "export const f = (el: Element, text: string) => el.setAttribute('onclick', text);",
  'a template property':
    "import { html } from 'lit';\nexport const f = (text: string) => html`<p .innerHTML=${text}></p>`;",
  'a template srcdoc':
    'import { html } from \'lit\';\nexport const f = (text: string) => html`<iframe title="a" srcdoc=${text}></iframe>`;',
  insertAdjacentHTML: "export const f = (el: Element, text: string) => el.insertAdjacentHTML('beforeend', text);",
  createContextualFragment: 'export const f = (range: Range, text: string) => range.createContextualFragment(text);',
  setHTMLUnsafe: 'export const f = (el: Element, text: string) => el.setHTMLUnsafe(text);',
  parseHTMLUnsafe: 'export const f = (text: string) => Document.parseHTMLUnsafe(text);',
  DOMParser: "export const f = (text: string) => new DOMParser().parseFromString(text, 'text/html');",
  'globalThis.DOMParser': 'export const f = () => new globalThis.DOMParser();',
  'document.write': 'export const f = (text: string) => document.write(text);',
  'window.document.writeln': 'export const f = (text: string) => window.document.writeln(text);',
  unsafeHTML: "export { unsafeHTML } from 'lit/directives/unsafe-html.js';",
  unsafeSVG: "import { unsafeSVG } from 'lit/directives/unsafe-svg.js';\nexport const f = unsafeSVG;",
  'unsafeHTML by import()': "export const f = () => import('lit/directives/unsafe-html.js');",
  'static templates': "import { unsafeStatic } from 'lit/static-html.js';\nexport const f = unsafeStatic;",
  'a policy': "export const f = (types: { createPolicy(name: string): void }) => types.createPolicy('any');",
};

/** Ways to make code from text. Each must be an error everywhere in src/. */
const code: Record<string, string> = {
  eval: 'export const f = (text: string): unknown => eval(text);',
  'new Function': 'export const f = (text: string) => new Function(text);',
  'setTimeout with text': "export const f = () => setTimeout('alert(1)', 1);",
  'a javascript: link': "export const f = (a: HTMLAnchorElement) => void (a.href = 'javascript:alert(1)');",
};

/** What is no error, so that the rules above are known to see a difference. */
const harmless: Record<string, string> = {
  'reading innerHTML': 'export const f = (el: Element) => el.innerHTML;',
  textContent: 'export const f = (el: Element, text: string) => void (el.textContent = text);',
  'setAttribute title': "export const f = (el: Element, text: string) => el.setAttribute('title', text);",
  'an ordinary template':
    "import { html } from 'lit';\nexport const f = (text: string) => html`<p title=${text}>${text}</p>`;",
};

const kinds = { html, code, harmless };

const pathOf = (folder: string, kind: keyof typeof kinds, name: string) =>
  `${folder}/${kind}-${Object.keys(kinds[kind]).indexOf(name)}.ts`;

describe('ESLint', () => {
  let faults: Map<string, string[]>;
  const rulesOf = (path: string) => faults.get(path) ?? ['not linted'];

  before(async () => {
    const files: Record<string, string> = {
      'test/skipped.test.ts': "it.skip('says nothing', () => undefined);\ndescribe.only('alone', () => undefined);",
      'test/run.test.ts': "it('says something', () => undefined);",
      'src/base/default.ts': 'export default 1;',
    };
    for (const folder of ['src/parts', 'src/content'])
      for (const kind of ['html', 'code', 'harmless'] as const)
        for (const [name, text] of Object.entries(kinds[kind])) files[pathOf(folder, kind, name)] = text;
    const house = tinyHouse(['eslint.config.mjs', 'scripts/no-html-rules.mjs'], files);
    try {
      const results = await new ESLint({ cwd: house.folder }).lintFiles(['src', 'test']);
      faults = new Map(
        results.map(({ filePath, messages }) => [
          filePath.slice(house.folder.length + 1).replaceAll('\\', '/'),
          messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        ]),
      );
    } finally {
      house[Symbol.dispose]();
    }
  });

  for (const name of Object.keys(html)) {
    it(`R63 forbids ${name} outside src/content/`, () => {
      const found = rulesOf(pathOf('src/parts', 'html', name));
      assert.ok(
        found.some((each) => each.includes('R63')),
        found.join('\n') || 'no error',
      );
    });
  }

  for (const name of Object.keys(code)) {
    it(`R63 forbids ${name} everywhere in src/`, () => {
      const wanted = /\bno-(eval|implied-eval|new-func|script-url):/;
      for (const folder of ['src/parts', 'src/content'])
        assert.ok(
          rulesOf(pathOf(folder, 'code', name)).some((each) => wanted.test(each)),
          folder,
        );
    });
  }

  it('R63 lets src/content/ parse, but by no unsafe directive', () => {
    for (const name of Object.keys(html)) {
      const isForbidden = rulesOf(pathOf('src/content', 'html', name)).some((each) => each.includes('R63'));
      assert.equal(isForbidden, /^(unsafe|static)/.test(name), name);
    }
  });

  it('has nothing against what is harmless', () => {
    for (const name of Object.keys(harmless))
      assert.deepEqual(rulesOf(pathOf('src/parts', 'harmless', name)), [], name);
  });

  it('wants every test to run', () => {
    assert.equal(rulesOf('test/skipped.test.ts').filter((each) => each.includes('no-restricted-properties')).length, 2);
    assert.deepEqual(rulesOf('test/run.test.ts'), []);
  });

  it('wants no default exports', () => {
    assert.deepEqual(
      rulesOf('src/base/default.ts').map((each) => each.split(':')[0]),
      ['no-restricted-exports'],
    );
  });
});

describe('lit-analyzer', () => {
  it('finds wrong templates, and takes `nothing` for what it is', () => {
    const house = tinyHouse(['scripts'], {
      'src/right.ts':
        "import { html, nothing } from 'lit';\nexport const f = (url?: string) => html`<a href=${url ?? nothing}></a>`;",
      'src/wrong.ts':
        'import { html } from \'lit\';\nexport const f = (n: number) => html`<input ?disabled=${n} @click=${n} .value=${n} maxlengt="1">`;',
    });
    try {
      const { status, stderr } = spawnSync(process.execPath, ['scripts/templates.mjs'], {
        cwd: house.folder,
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      assert.equal(
        stderr
          .trim()
          .split('\n')
          .filter((each) => each.startsWith('./src/wrong.ts')).length,
        3,
        stderr,
      );
      assert.doesNotMatch(stderr, /right\.ts/);
    } finally {
      house[Symbol.dispose]();
    }
  });
});
