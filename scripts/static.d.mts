export interface ServedFolders {
  port: number;
  origin: string;
  close(): Promise<void>;
}
export interface ServeFoldersOptions {
  port?: number;
  headers?: Record<string, string>;
  before?: (path: string) => unknown;
  pages?: (path: string) => { html: string; headers?: Record<string, string>; status?: number } | undefined;
  edit?: (text: string) => string;
}
export function serveFolders(mounts: Record<string, string>, options?: ServeFoldersOptions): Promise<ServedFolders>;
