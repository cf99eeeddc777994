import type { Plugin } from 'rollup';
export function entryRegistry(): Plugin;
