/** `npm start`: the demo, and two sandbox instances on origins of their own. PORT and SANDBOX_PORT choose the first ports to try, POPULATION how much goes on by itself. */
import { faults } from '../demo/faults.ts';
import { serveSandboxes } from '../demo/sandbox/serve.ts';
import { cdnFolder, freshCdn } from './fresh.mjs';
import { serveFolders } from './static.mjs';

await freshCdn();

/** Deeds a minute in each town: so much that one sees it live, so little that one can read. */
const population = Number(process.env.POPULATION ?? 3);

const sandboxes = await serveSandboxes({ port: Number(process.env.SANDBOX_PORT ?? 4000), faults, population });
const named = /http:\/\/localhost:(4000|4001)\b/g;

const demo = await serveFolders(
  { '/': 'demo', '/dist/cdn/': cdnFolder, '/src/': 'src' },
  {
    port: Number(process.env.PORT ?? 8000),
    // Who changes a source sees it at the next reload.
    before: (path) => (path === '/dist/cdn/masto-elements.js' ? freshCdn() : undefined),
    // The pages name the usual ports, so that they can be copied as they are.
    edit: (text) => text.replace(named, (_, port) => sandboxes.origins[port - 4000]),
  },
);

console.log(`\nSandboxes  ${sandboxes.origins.map((origin) => `${origin}/`).join('  ')}\nDemo       ${demo.origin}/`);
