/** How pages of posts are called at servers that speak with Mastodon's. */
const page = /^\/(?:@[^/]+\/[\w-]{5,}|(?:.+\/)?(?:status(?:es)?|notice|objects|notes|posts|p)\/[\w/-]+)\/?$/;

/** Whether a text that was put in is an address that looks like a post's. */
export function isPost(text: string): boolean {
  const url = /^\s*https?:\/\/\S+\s*$/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return !!url && page.test(url.pathname);
}
