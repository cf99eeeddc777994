import type { Plugin } from 'rollup';
export function parallelImports(): Plugin;
