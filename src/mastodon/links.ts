/** The pages beside this one: path and query, opaque, to be followed as they are (R149). */
export interface Links {
  readonly next?: string;
  readonly prev?: string;
}

/**
 * Reads a `Link` header (RFC 8288) as Mastodon writes it. What it does not understand is left out, and so is a link to
 * `current`, the page itself. Scans without backtracking: the text is a stranger's.
 */
export function parseLinks(header: string | null, current: string): Links {
  const links: { next?: string; prev?: string } = {};
  for (const part of header?.split('<') ?? []) {
    const [link = '', rest] = part.split('>', 2);
    const rel = /;\s*rel="?(next|prev)\b/.exec(rest ?? '')?.[1] as keyof Links | undefined;
    try {
      const { pathname, search } = new URL(link, current);
      const to = pathname + search;
      // Whatever host a link names, we stay at ours: only the rest of it counts.
      if (rel && to !== current.slice(current.indexOf('/', 8))) links[rel] ??= to;
    } catch {
      // no address
    }
  }
  return links;
}
