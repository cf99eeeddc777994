/** Lets Node ≥ 20.19 import the repository's TypeScript: `node --import ./scripts/ts-hook.mjs file.ts`. */
import { register } from 'node:module';

register('./ts-loader.mjs', import.meta.url);
