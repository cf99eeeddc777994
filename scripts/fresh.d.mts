/** Where the files are that tests and demo serve. */
export const cdnFolder: string;
export function freshCdn(): Promise<void>;
