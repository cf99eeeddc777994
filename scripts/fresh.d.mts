export function freshCdn(): Promise<void>;
