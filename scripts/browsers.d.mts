export const engineNames: string[];
export function findBrowser(name: 'chromium' | 'firefox' | 'webkit'): string | undefined;
export function findMiniBrowser(): string | undefined;
export function chromeArgs(): string[];
export function installBrowsers(names: string[]): void;
export function missingBrowsers(names: string[]): string | undefined;
