export function faults(manifest: object): Generator<string>;
