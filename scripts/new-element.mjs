/** `npm run new masto-poll`: makes an element that works and is tested, in the house's shape, and says what is left to do. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const tag = process.argv[2] ?? '';
const name = tag.replace('masto-', '');

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!/^masto-[a-z]+(-[a-z]+)?$/.test(tag))
  fail('npm run new masto-poll: "masto-", then one noun or two, in small letters.');
if (existsSync(`src/elements/${name}`)) fail(`src/elements/${name}/ is there already.`);

const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const capital = camel[0].toUpperCase() + camel.slice(1);

const files = {
  [`src/elements/${name}/${name}.ts`]: `import { html, nothing } from 'lit';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { WordsController } from '../../controllers/words-controller.js';
import { ${camel}Words } from '../../i18n/${name}.js';
import { styles } from './${name}.styles.js';

/**
 * @summary TELL IN ONE SENTENCE WHAT IT SHOWS.
 * @tag ${tag}
 *
 * @slot - Shown without JavaScript, and when there is nothing to show.
 */
export class Masto${capital} extends MastoElement {
  static override styles = styles;

  readonly #words = new WordsController(this, ${camel}Words);

  protected get state(): TagState | undefined {
    return 'empty';
  }

  override render(): unknown {
    const words = this.#words.value;
    return words ? html\`<slot><p>\${words.say('empty')}</p></slot>\` : nothing;
  }
}

define('${tag}', Masto${capital});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': Masto${capital};
  }
}
`,
  [`src/elements/${name}/${name}.styles.ts`]: `import { css } from 'lit';
import { host } from '../../styles/host.js';

const ${camel} = css\`
  p {
    color: var(--_muted);
  }
\`;

export const styles = [host, ${camel}];
`,
  [`src/i18n/${name}.ts`]: `import { words as english } from './${name}.en.js';
import { Vocabulary } from './vocabulary.js';

/** The words of \`<${tag}>\`. */
export const ${camel}Words = new Vocabulary(english, { de: () => import('./${name}.de.js') });
`,
  [`src/i18n/${name}.en.ts`]: `/** What a ${name} says. */
export const words = {
  empty: 'Nothing here yet',
} as const;
`,
  [`src/i18n/${name}.de.ts`]: `import type { words as english } from './${name}.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  empty: 'Noch nichts hier',
};
`,
  [`test/elements/${name}.test.ts`]: `import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/elements/${name}/${name}.js';

describe('<${tag}>', () => {
  it('is accessible when it has nothing to show', async () => {
    const el = await fixture(html\`<${tag}></${tag}>\`);
    await expect(el).to.be.accessible();
    expect(el.shadowRoot!.textContent).to.contain('Nothing here yet');
  });

  it('speaks the language of the page', async () => {
    const page = await fixture(html\`<div lang="de"><${tag}></${tag}></div>\`);
    const { shadowRoot } = page.querySelector('${tag}')!;
    await waitUntil(() => shadowRoot!.textContent.includes('Noch nichts hier'));
  });

  it('shows what the page has put inside', async () => {
    const el = await fixture(html\`<${tag}><a href="https://example.org">Elsewhere</a></${tag}>\`);
    expect(el.shadowRoot!.querySelector('slot')!.assignedElements()).to.have.length(1);
  });
});
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}

/** Adds a row after the last one that looks like it. */
function addRow(path, pattern, row) {
  const text = readFileSync(path, 'utf8');
  const last = [...text.matchAll(pattern)].pop();
  if (!last) fail(`${path} has no row to add to: ${row}`);
  const at = last.index + last[0].length;
  writeFileSync(path, text.slice(0, at) + row + text.slice(at));
  console.log(path);
}

addRow('src/autoloader.ts', /^ {2}'masto-.*\n/gm, `  '${tag}': () => import('./elements/${name}/${name}.js'),\n`);
addRow(
  'src/index.ts',
  /^export \{ Masto.*elements.*\n/gm,
  `export { Masto${capital} } from './elements/${name}/${name}.js';\n`,
);

console.log(`
1. Say in src/elements/${name}/${name}.ts what it is (@summary) and what it shows; each public member with one sentence.
2. Give it its words in English and German: src/i18n/${name}.*.ts.
3. Test from outside, in every state, against the sandbox: test/elements/${name}.test.ts.
4. Add its row to the README's table and its bytes to scripts/budgets.json (npm run build && npm run size says how many).
5. npm run manifest && npm run verify
`);
