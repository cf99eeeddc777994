/** What a server says of the reader's own dealings with a post, and what has been guessed meanwhile. */
export interface MyPart {
  readonly favourited: boolean;
  readonly boosted: boolean;
  readonly bookmarked: boolean;
  /** What the reader's own server calls the post. */
  readonly localId: string | undefined;
}
