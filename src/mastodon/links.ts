/** The pages beside this one, from the `Link` header. Opaque: they are followed as given, never taken apart. */
export interface Links {
  readonly next?: string;
  readonly prev?: string;
}

/**
 * Reads a `Link` header (RFC 8288) as Mastodon writes it; whatever it does not understand is left out (R149).
 * Scans without backtracking: the text is a stranger's.
 */
export function parseLinks(header: string | null): Links {
  const links: { next?: string; prev?: string } = {};
  for (const part of header?.split('<').slice(1) ?? []) {
    const end = part.indexOf('>');
    const rel = /;\s*rel="?(next|prev)\b/i.exec(part.slice(end))?.[1]?.toLowerCase() as keyof Links | undefined;
    if (end > 0 && rel) links[rel] ??= part.slice(0, end);
  }
  return links;
}
