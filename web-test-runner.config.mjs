import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromeArgs, engineNames, findBrowser, missingBrowsers } from './scripts/browsers.mjs';
import { countingReporter } from './scripts/counts.mjs';
import { mutationPlugin } from './scripts/mutation.mjs';
import { sideBySide } from './scripts/side-by-side.mjs';
import { webkitLauncher } from './scripts/webkit.mjs';
import { copies } from './test/copies/bundle.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What a list in the environment names: `BROWSERS=firefox,webkit`, `FILES=test/content/*.test.ts`. */
const listed = (name, standard) => (process.env[name] ?? standard).split(',').map((word) => word.trim());

/** A window for each page: one in the background of another draws no frames, and so sees nothing come near. */
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

/** One launcher an engine, none of which need tell of every request. Firefox is driven by puppeteer over BiDi: playwright needs a Firefox build of its own. */
const launchers = {
  chromium: () =>
    chromeLauncher({
      createPage,
      launchOptions: { executablePath: findBrowser('chromium'), args: chromeArgs(), networkEnabled: false },
    }),
  // Two windows, for it draws the tab in front alone.
  firefox: () =>
    sideBySide(
      [1, 2].map(() =>
        chromeLauncher({
          puppeteer,
          concurrency: 1,
          launchOptions: { browser: 'firefox', executablePath: findBrowser('firefox'), networkEnabled: false },
        }),
      ),
    ),
  webkit: () => webkitLauncher(),
};

function browsers() {
  const wanted = listed('BROWSERS', 'chromium');
  const unknown = wanted.find((name) => !engineNames.includes(name));
  if (unknown) throw new Error(`BROWSERS knows ${engineNames.join(', ')}, not "${unknown}".`);
  const missing = missingBrowsers(wanted);
  if (missing) throw new Error(missing);
  return Promise.all(wanted.map((name) => launchers[name]()));
}

/** Real data beside the checkout, when it is there; it is no part of the repository. */
async function sharedData(context, next) {
  if (!context.path.startsWith('/__shared/data/')) return next();
  const base = join(root, '../shared/data/');
  const file = join(base, decodeURIComponent(context.path.slice('/__shared/data/'.length)));
  context.status = 404;
  context.body = '';
  if (!file.startsWith(base)) return;
  try {
    context.body = await readFile(file);
    context.type = extname(file);
    context.status = 200;
  } catch {
    // Absent: the test says how many cases it did not run.
  }
}

/** The sandbox's namespaces on a port of their own: `http://NAME.localhost:PORT` is an instance that no other test has. */
function sandboxPlugin() {
  let server;
  return {
    name: 'sandbox',
    async serverStart() {
      if (!existsSync(join(root, 'demo/sandbox/serve.ts'))) return;
      register('./scripts/ts-loader.mjs', import.meta.url);
      const { serveNamespaces } = await import('./demo/sandbox/serve.ts');
      server = await serveNamespaces(0);
    },
    async serverStop() {
      await server?.close();
    },
    serve(context) {
      if (context.path !== '/__sandbox-origin') return undefined;
      return { body: JSON.stringify({ port: server?.port ?? null }), type: 'json' };
    },
  };
}

export default {
  // FILES may name tests for Node as well, which are not ours.
  files: [...listed('FILES', 'test/**/*.test.ts').filter((path) => !path.endsWith('.node.ts')), '!**/node_modules/**'],
  nodeResolve: {
    browser: true,
    // LIT_DEV=1 lets Lit say its warnings; otherwise the tests run what pages run.
    exportConditions: process.env.LIT_DEV ? ['development', 'browser'] : ['production', 'browser', 'default'],
  },
  concurrency: 2,
  concurrentBrowsers: 1,
  reporters: [countingReporter()],
  browserLogs: true,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  middleware: [sharedData, copies],
  plugins: [
    mutationPlugin,
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    sandboxPlugin(),
  ],
  browsers: await browsers(),
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
};
