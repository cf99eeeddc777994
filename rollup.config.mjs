import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { elementNames } from './scripts/elements.mjs';
import { entryRegistry } from './scripts/rollup/entry-registry.mjs';
import { tightHtml } from './scripts/rollup/tight-html.mjs';
import { parallelImports } from './scripts/rollup/parallel-imports.mjs';

const pkg = JSON.parse(readFileSync('./package.json', 'utf8'));
const banner = `/*! ${pkg.name} ${pkg.version} | ${pkg.license} */`;

/** TypeScript wants './x.js' in imports; on disk it is './x.ts'. */
const tsExtension = () => ({
  name: 'ts-extension',
  resolveId(id, from) {
    if (!from || !id.startsWith('.') || !id.endsWith('.js')) return null;
    const file = resolve(dirname(from), id.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
});

const plugins = () => [
  tsExtension(),
  nodeResolve({ browser: true, exportConditions: ['production', 'default'] }),
  esbuild({ target: 'es2022', tsconfig: './tsconfig.json' }),
  // After esbuild; it only warns when it can do nothing, one more reason for warnings to fail the build.
  literalsHtmlCssMinifier({ include: ['src/**/*.ts'], options: { strategy: tightHtml } }),
];

const onwarn = (warning) => {
  throw new Error(`${warning.code ?? 'warning'}: ${warning.message}`);
};

const elements = () => elementNames().map((name) => `src/elements/${name}/${name}.ts`);

/** npm: one module a source file, dependencies left outside for the reader's own bundler. */
const npm = () => ({
  input: ['src/index.ts', 'src/autoloader.ts', ...elements()],
  external: Object.keys(pkg.dependencies).map((name) => new RegExp(`^${name}($|/)`)),
  plugins: plugins(),
  onwarn,
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true, banner },
});

/** What forms, menus and dialogs look like. */
const sharedByForms =
  /\/src\/(?:styles\/controls|parts\/(?:dialog|field|menu|person|refusal)\/\w+\.styles|parts\/icon\/form-icons)\.ts$/;

/**
 * What a page of posts needs comes as one chunk beside the entry, and its words in another language as one more: each file is a
 * request, and brotli does less with small files. So does what it takes to go to a server and come back, but for what others
 * load as well. All else stays where rollup puts it, at the end of its own `import()`.
 */
function chunks() {
  let entry, posts, kept, journey;
  return (id, { getModuleInfo }) => {
    const reach = (names) => {
      const found = new Set();
      const visit = (file) => {
        if (found.has(file)) return;
        found.add(file);
        getModuleInfo(file).importedIds.forEach(visit);
      };
      names.map((name) => resolve(name)).forEach(visit);
      return found;
    };
    entry ??= reach(['src/cdn.ts']);
    posts ??= reach(['src/elements/timeline/timeline.ts', 'src/elements/status/status.ts']);
    if (entry.has(id)) return 'masto-elements';
    if (posts.has(id)) return 'posts';
    // A tag whose server lives elsewhere looks for it as a sign-in does: it must not bring the rest along.
    const shared = ['elements/auth/keeper', 'mastodon/account-server', 'mastodon/punycode'];
    kept ??= reach(shared.map((name) => `src/${name}.ts`));
    journey ??= reach(['src/elements/auth/flow.ts', 'src/elements/auth/returning.ts']);
    if (journey.has(id) && !kept.has(id)) return 'sign-in';
    // Small sheets and icons that every form, menu and dialog has some of: one file is sooner there than seven.
    if (sharedByForms.test(id)) return 'controls';
    const [, english, language] = /^(.*\/i18n\/[^/]+)\.([a-z]{2,3})\.ts$/.exec(id) ?? [];
    return posts.has(`${english}.en.ts`) ? `posts-${language}` : undefined;
  };
}

/**
 * Nearly all of what a page of posts loads is called before its first paint: told so, Chromium compiles it on another thread
 * instead of function by function on the main one (a sixth of the page's main-thread time). Other browsers read a comment.
 */
const calledOnLoad = ({ name }) => (['masto-elements', 'posts'].includes(name) ? '//# allFunctionsCalledOnLoad\n' : '');

/** Chunks of an earlier build have other names and would stay. */
const emptyFirst = () => ({
  name: 'empty-first',
  renderStart: ({ dir }) => rmSync(dir, { recursive: true, force: true }),
});

/** The page that servers may send readers back to (R59): nothing but the library runs there. */
const callbackPage = () => ({
  name: 'callback-page',
  generateBundle() {
    const source = readFileSync('src/elements/auth/callback.html', 'utf8');
    this.emitFile({ type: 'asset', fileName: 'callback.html', source });
  },
});

/** The script tag: everything inside; `<masto-auth>` and the autoloader in the entry, the rest in lazy chunks. */
const cdn = () => ({
  input: { 'masto-elements': 'src/cdn.ts' },
  plugins: [emptyFirst(), ...plugins(), callbackPage()],
  preserveEntrySignatures: 'allow-extension',
  onwarn,
  output: {
    dir: 'dist/cdn',
    format: 'es',
    sourcemap: true,
    banner: (chunk) => calledOnLoad(chunk) + banner,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].[hash].js',
    hashCharacters: 'base36',
    manualChunks: chunks(),
    onlyExplicitManualChunks: true,
    plugins: [
      parallelImports(),
      entryRegistry(),
      terser({ module: true, ecma: 2022, compress: { passes: 3 }, format: { comments: /^!|^# all/ } }),
    ],
  },
});

/** `rollup -c --configCdn` makes the script tag's files alone: that is what the demo and the tests in a browser need. */
export default ({ configCdn }) => (configCdn ? [cdn()] : [npm(), cdn()]);
