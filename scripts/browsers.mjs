#!/usr/bin/env node
/** Finds a browser that is installed; with --install, and only as root on Debian/Ubuntu, gets Debian's chromium. Prints its path. */
import { accessSync, constants, existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ok = (p) => {
  try {
    accessSync(p, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (n) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((d) => join(d, n))
    .find(ok);
const first = (list) => list.filter(Boolean).find((p) => existsSync(p) && ok(p));

export function findChrome() {
  const { env, platform } = process;
  if (platform === 'darwin')
    return first([
      env.CHROME_PATH,
      ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`),
    ]);
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return first([
      env.CHROME_PATH,
      ...roots.flatMap((r) => [
        join(r, 'Google/Chrome/Application/chrome.exe'),
        join(r, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ]);
  }
  return first([
    env.CHROME_PATH,
    ...['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'].map(onPath),
  ]);
}
export const findFirefox = () =>
  first([
    process.env.FIREFOX_PATH,
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
export const findWebKitDriver = () => first([process.env.WEBKIT_DRIVER, onPath('WebKitWebDriver')]);

/** Arguments Chromium needs here; root cannot use the sandbox. */
export const chromeArgs = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isMain) {
  /** What is asked for, how it is found, and the Debian packages that bring it. */
  const engines = {
    chromium: [findChrome, ['chromium']],
    firefox: [findFirefox, ['firefox-esr']],
    webkit: [findWebKitDriver, ['webkit2gtk-driver', 'xvfb']],
  };
  const wanted = process.argv.includes('--all') ? Object.keys(engines) : ['chromium'];
  const missing = () => wanted.filter((name) => !engines[name][0]());
  if (
    missing().length &&
    process.argv.includes('--install') &&
    process.platform === 'linux' &&
    process.getuid() === 0 &&
    onPath('apt-get')
  ) {
    const apt = (...a) =>
      spawnSync('apt-get', a, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status;
    const packages = missing().flatMap((name) => engines[name][1]);
    if (apt('install', '-y', '--no-install-recommends', ...packages) !== 0) {
      apt('update', '-q');
      apt('install', '-y', '--no-install-recommends', ...packages);
    }
  }
  if (missing().length) {
    console.error(
      `Not found: ${missing().join(', ')}. Install them, or set CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER.\n  Debian/Ubuntu: sudo apt-get install ${missing()
        .flatMap((name) => engines[name][1])
        .join(' ')}`,
    );
    process.exit(1);
  }
  for (const name of wanted) console.log(name, engines[name][0]());
}
