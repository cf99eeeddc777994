import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromeArgs, findChrome, findFirefox, findWebKitDriver } from './scripts/browsers.mjs';
import { webkitLauncher } from './scripts/webkit.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What a list in the environment names: `BROWSERS=firefox,webkit`, `FILES=test/content/*.test.ts`. */
const listed = (name, standard) => (process.env[name] ?? standard).split(',').map((word) => word.trim());

function must(path, engine) {
  if (path) return path;
  throw new Error(`${engine} is not on this machine: node scripts/browsers.mjs --all --install gets it.`);
}

/** One launcher an engine. Firefox is driven by puppeteer over BiDi: playwright needs a Firefox build of its own. */
const engines = {
  chromium: () =>
    chromeLauncher({ launchOptions: { executablePath: must(findChrome(), 'Chromium'), args: chromeArgs() } }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: must(findFirefox(), 'Firefox') },
    }),
  webkit: () => webkitLauncher({ driver: must(findWebKitDriver(), 'WebKit') }),
};

function browsers() {
  return Promise.all(
    listed('BROWSERS', 'chromium').map((name) => {
      if (!engines[name]) throw new Error(`BROWSERS knows ${Object.keys(engines).join(', ')}, not "${name}".`);
      return engines[name]();
    }),
  );
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
  files: listed('FILES', 'test/**/*.test.ts'),
  nodeResolve: {
    browser: true,
    // LIT_DEV=1 lets Lit say its warnings; otherwise the tests run what pages run.
    exportConditions: process.env.LIT_DEV ? ['development', 'browser'] : ['production', 'browser', 'default'],
  },
  concurrency: 2,
  concurrentBrowsers: 1,
  browserLogs: true,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  middleware: [sharedData],
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    sandboxPlugin(),
  ],
  browsers: await browsers(),
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};
