import type { Mutation } from '../scripts/mutation.mjs';
export const mutations: (Mutation & { tests: string[] })[];
