#!/usr/bin/env node
// npm run bench -- [command] [--name=value …]: see README.md.
import { installPeers } from './lib/install.mjs';

const COMMANDS = ['first', 'gate', 'more', 'profile', 'scale', 'live', 'intl', 'keys', 'report'];
const WITHOUT_BROWSER = ['keys', 'report'];

function parse(words) {
  const isOption = (word) => word.startsWith('--');
  const options = words.filter(isOption).map((word) => word.slice(2).split(/=(.*)/s).slice(0, 2));
  const [command = 'first', ...names] = words.filter((word) => !isOption(word));
  if (!COMMANDS.includes(command)) throw new Error(`Unknown command "${command}". There are: ${COMMANDS.join(', ')}.`);
  return { command, names, options: Object.fromEntries(options) };
}

/** A browser, a server and an empty site for one command, closed whatever happens. */
async function withBrowser(latency, work) {
  const [{ launch }, { Site }, { serve }] = await Promise.all([
    import('./lib/browser.mjs'),
    import('./lib/contenders/index.mjs'),
    import('./lib/server/serve.mjs'),
  ]);
  const site = new Site();
  const server = await serve({ find: site.find, latency });
  try {
    const browser = await launch(server);
    try {
      return await work({ browser, server, site });
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}

async function main() {
  const { command, names, options } = parse(process.argv.slice(2));
  installPeers();
  const { run } = await import(`./commands/${command}.mjs`);
  if (WITHOUT_BROWSER.includes(command)) return run(null, options, names);
  return withBrowser(Number(options.latency ?? 0), (bench) => run(bench, options, names));
}

try {
  process.exitCode = (await main()) === false ? 1 : 0;
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}
