/** `npm run sandbox`: two sandbox instances, and nothing else. SANDBOX_PORT chooses the first port to try. */
import { serveSandboxes } from '../demo/sandbox/serve.ts';

const { origins } = await serveSandboxes({ port: Number(process.env.SANDBOX_PORT ?? 4000) });
console.log(`Sandboxes  ${origins.map((origin) => `${origin}/`).join('  ')}`);
