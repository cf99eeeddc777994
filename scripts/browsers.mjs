#!/usr/bin/env node
/**
 * Finds the browsers that are installed. From the command line: `browsers.mjs [chromium firefox webkit | --all] [--install]` prints
 * their paths; with --install, and only as root on Debian or Ubuntu, it gets what is missing.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { env, platform } = process;

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const first = (paths) => paths.filter(Boolean).find(isRunnable);

const onPath = (...names) =>
  first(names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))));

function findChromium() {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return first([env.CHROME_PATH, ...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)]);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const paths = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return first([env.CHROME_PATH, ...roots.flatMap((root) => paths.map((path) => join(root, path)))]);
  }
  return (
    first([env.CHROME_PATH]) ??
    onPath('google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge')
  );
}

const findFirefox = () =>
  first([env.FIREFOX_PATH]) ??
  onPath('firefox-esr', 'firefox') ??
  first(['/Applications/Firefox.app/Contents/MacOS/firefox']);

/** WebKitGTK's small browser, which WebKitWebDriver drives. */
export function findMiniBrowser() {
  for (const lib of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64']) {
    for (const folder of existsSync(lib) ? readdirSync(lib) : []) {
      const path = join(lib, folder, 'MiniBrowser');
      if (/^webkit(2)?gtk-\d/.test(folder) && existsSync(path)) return path;
    }
  }
  return undefined;
}

/** The driver; undefined unless all that it needs is there, too. */
const findWebKit = () =>
  (env.DISPLAY || onPath('Xvfb')) && findMiniBrowser()
    ? (first([env.WEBKIT_DRIVER]) ?? onPath('WebKitWebDriver'))
    : undefined;

/** How each engine is found, and which Debian packages bring it. */
const engines = {
  chromium: { find: findChromium, packages: ['chromium'], setting: 'CHROME_PATH' },
  firefox: { find: findFirefox, packages: ['firefox-esr'], setting: 'FIREFOX_PATH' },
  webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'], setting: 'WEBKIT_DRIVER' },
};

export const engineNames = Object.keys(engines);

/** Path of `chromium`, `firefox` or `webkit` (its driver), or undefined. */
export const findBrowser = (name) => engines[name].find();

/** Arguments that Chromium needs here: root cannot use its sandbox. */
export const chromeArgs = () =>
  platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

/** Gets what is missing where that is possible without asking anybody: as root, with apt. */
export function installBrowsers(names) {
  const packages = names.filter((name) => !findBrowser(name)).flatMap((name) => engines[name].packages);
  if (!packages.length || platform !== 'linux' || process.getuid() !== 0 || !onPath('apt-get')) return;
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  if (install() === 0) return;
  apt('update', '-q');
  install();
}

/** One sentence about the engines that are not here and how to get them; undefined when all are. */
export function missingBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (!missing.length) return undefined;
  const packages = missing.flatMap((name) => engines[name].packages).join(' ');
  const settings = missing.map((name) => engines[name].setting).join(', ');
  return `Not found: ${missing.join(', ')}; install it (Debian: sudo apt-get install ${packages}) or say where it is with ${settings}.`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2).filter((word) => engineNames.includes(word));
  const wanted = process.argv.includes('--all') ? engineNames : named.length ? named : ['chromium'];
  if (process.argv.includes('--install')) installBrowsers(wanted);
  for (const name of wanted) console.log(name, findBrowser(name) ?? 'not found');
  const missing = missingBrowsers(wanted);
  if (missing) console.error(missing);
  process.exitCode = missing ? 1 : 0;
}
