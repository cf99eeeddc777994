/** WebKitGTK for @web/test-runner on Linux: starts Xvfb (when there is no display) and WebKitWebDriver, stops them at the end. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import net from 'node:net';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { findBrowser, findMiniBrowser } from './browsers.mjs';

const freePort = () =>
  new Promise((ok) => {
    const s = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => ok(port));
    });
  });
const listening = (port) =>
  new Promise((ok) => {
    const s = net
      .connect(port, '127.0.0.1')
      .once('connect', () => {
        s.destroy();
        ok(true);
      })
      .once('error', () => ok(false));
  });
const until = async (fn, what) => {
  for (let i = 0; i < 100; i++) {
    if (await fn()) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`${what} did not start`);
};

export async function webkitLauncher({ driver = findBrowser('webkit'), binary = findMiniBrowser() } = {}) {
  const children = [];
  const kill = () => {
    for (const c of children) c.kill('SIGTERM');
  };
  process.once('exit', kill);
  const env = {
    ...process.env,
    LIBGL_ALWAYS_SOFTWARE: '1',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  };
  if (!env.DISPLAY) {
    let n = 90;
    while (existsSync(`/tmp/.X${n}-lock`) || existsSync(`/tmp/.X11-unix/X${n}`)) n++;
    children.push(spawn('Xvfb', [`:${n}`, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' }));
    await until(() => existsSync(`/tmp/.X11-unix/X${n}`), 'Xvfb');
    env.DISPLAY = `:${n}`;
  }
  const port = await freePort();
  children.push(
    spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: process.env.WEBKIT_LOG ? 'inherit' : 'ignore',
      env,
    }),
  );
  await until(() => listening(port), 'WebKitWebDriver');
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
  launcher.concurrency = 1;
  const stop = launcher.stop.bind(launcher);
  launcher.stop = async () => {
    await stop();
    kill();
  };
  const init = launcher.initialize.bind(launcher);
  launcher.initialize = async (config) => {
    // One page at a time: side by side they would be frames of one page, and share its storage and its screen.
    await init({ ...config, concurrency: 1 });
    launcher.name = 'WebKit';
  };
  return launcher;
}
