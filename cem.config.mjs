/** The manifest tells what is published: documented members, named events, and paths that a reader of the package can import. */

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Paths into src/ become the paths into dist/ that the package exports. */
function repath(node) {
  for (const [key, value] of Object.entries(node)) {
    if (value && typeof value === 'object') repath(value);
    else if (typeof value === 'string' && /^\/?src\//.test(value)) node[key] = published(value);
  }
}

/** The house's rule: a member without a sentence is private. */
const isPublic = ({ privacy, name, description }) =>
  description && privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** `define('masto-poll', MastoPoll)` is our guarded `customElements.define`, which the analyzer does not know. */
const guardedDefinitions = {
  name: 'guarded-definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define' || node.arguments.length !== 2) return;
    const [tag, element] = node.arguments;
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: { name: element.getText(), module: moduleDoc.path },
    });
  },
  moduleLinkPhase({ moduleDoc }) {
    for (const { kind, name, declaration } of moduleDoc.exports) {
      if (kind !== 'custom-element-definition') continue;
      const element = moduleDoc.declarations.find((each) => each.name === declaration.name);
      Object.assign(element, { tagName: name, customElement: true });
    }
  },
};

const publicApi = {
  name: 'public-api',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const tells = ({ path, exports }) =>
      path.startsWith('src/base/') || exports.some(({ kind }) => kind === 'custom-element-definition');
    manifest.modules = manifest.modules.filter(tells).sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { declarations } of manifest.modules)
      for (const declaration of declarations) {
        // The analyzer takes the first argument of `dispatchEvent(new X(1))` for a name; `@fires` tells of it properly.
        declaration.events &&= declaration.events.filter(({ name }) => name?.startsWith('masto-'));
        declaration.members &&= declaration.members.filter(isPublic);
      }
    repath(manifest.modules);
  },
};

export default {
  globs: ['src/elements/*/*.ts', 'src/base/masto-element.ts', 'src/base/events.ts'],
  // What another element brings along is no tag for a page to write.
  exclude: ['src/elements/*/*.styles.ts', 'src/elements/emoji-picker/*.ts'],
  outdir: '.cache', // scripts/manifest.mjs looks at it before it lies in the open
  litelement: true,
  packagejson: false,
  plugins: [guardedDefinitions, publicApi],
};
