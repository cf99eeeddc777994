export interface CdnFile {
  path: string;
  imports: string[];
  sources: string[];
  bytes: number;
}
export function readCdn(): Map<string, CdnFile>;
export function nameOf(path: string): string;
export function filesOf(tag: string, cdn?: Map<string, CdnFile>): string[];
