export interface Mutation {
  file: string;
  find: string;
  replace: string;
}
/** The text of the file with the line broken; throws unless it is there exactly once. */
export function broken(mutation: Mutation): string;
