import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { faults } from '../../scripts/manifest-faults.mjs';
import { tinyHouse } from './tiny-house.js';

interface Declaration {
  name: string;
  tagName?: string;
  customElement?: boolean;
  summary?: string;
  members?: { name: string }[];
  events?: { name: string }[];
}
interface Manifest {
  modules: { path: string; declarations: Declaration[]; exports: { kind: string; name: string }[] }[];
}

const element = `import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';

/**
 * @summary Shows a poll.
 * @fires masto-load - It is there.
 */
export class MastoPoll extends LitElement {
  /** How many choices. */
  @property({ type: Number }) choices = 2;

  untold = 1;
  #hidden = 1;

  /** Reads it anew. */
  reload() {
    this.dispatchEvent(new CustomEvent('x' + this.#hidden));
    this.dispatchEvent(new ProgressEvent(String(this.untold)));
    this.dispatchEvent(new MessageEvent(1));
  }

  protected override firstUpdated() {}
}

define('masto-poll', MastoPoll);
`;

describe('the manifest', () => {
  let house: ReturnType<typeof tinyHouse>;

  before(() => {
    const define =
      'export const define = (tag: string, type: CustomElementConstructor) => customElements.define(tag, type);';
    house = tinyHouse(['cem.config.mjs', 'scripts'], {
      'src/elements/poll/poll.ts': element,
      'src/elements/poll/helper.ts': '/** Helps. */\nexport const help = 1;',
      'src/elements/poll/poll.styles.ts': 'export const styles = [];',
      'src/base/define.ts': define,
    });
  });
  after(() => house[Symbol.dispose]());

  function manifest(...args: string[]) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/manifest.mjs', ...args], {
      cwd: house.folder,
      encoding: 'utf8',
    });
    return { status, stderr };
  }
  const read = () => JSON.parse(readFileSync(join(house.folder, 'custom-elements.json'), 'utf8')) as Manifest;

  it('tells of elements only, with tag, summary and a path that is published', () => {
    assert.deepEqual(manifest(), { status: 0, stderr: '' });
    const { modules } = read();
    assert.deepEqual(
      modules.map(({ path }) => path),
      ['dist/elements/poll/poll.js'],
    );
    const [declaration] = modules[0]!.declarations;
    assert.equal(declaration!.tagName, 'masto-poll');
    assert.equal(declaration!.customElement, true);
    assert.equal(declaration!.summary, 'Shows a poll.');
    assert.ok(
      modules[0]!.exports.some(({ kind, name }) => kind === 'custom-element-definition' && name === 'masto-poll'),
    );
    assert.doesNotMatch(JSON.stringify(modules), /src\//);
  });

  it('tells of public members with a sentence, and of named events', () => {
    const [declaration] = read().modules[0]!.declarations;
    assert.deepEqual(
      declaration!.members!.map(({ name }) => name),
      ['choices', 'reload'],
    );
    assert.deepEqual(
      declaration!.events!.map(({ name }) => name),
      ['masto-load'],
    );
  });

  it('is fresh until a source says something else', () => {
    assert.equal(manifest('--check').status, 0);
    writeFileSync(join(house.folder, 'src/elements/poll/poll.ts'), element.replace('How many choices', 'How many'));
    assert.match(manifest('--check').stderr, /stale/);
  });

  it('wants the schema, a definition, a summary, a published file and events of ours', () => {
    const { modules, ...rest } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    assert.deepEqual([...faults({ modules, ...rest })], []);
    const withModule = (change: object) => [
      ...faults({ ...rest, modules: [...modules, { ...modules[0], ...change }] }),
    ];
    assert.match(withModule({ kind: 'wasm' }).join(), /kind must be equal to/);
    assert.deepEqual(
      withModule({ declarations: [{ kind: 'class', name: 'A', tagName: 'masto-a', customElement: true }] }),
      ['<masto-a> has no @summary.'],
    );
    const told = { kind: 'class', name: 'A', tagName: 'masto-a', customElement: true, summary: 'A.' };
    assert.deepEqual(withModule({ declarations: [{ ...told, events: [{ name: '1', type: { text: 'Event' } }] }] }), [
      '<masto-a> has an event called "1".',
    ]);
    assert.match([...faults({ ...rest, modules: modules.slice(0, -1) })].join(), /defines no <masto-timeline>/);
  });
});
