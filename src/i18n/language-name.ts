const makers = new Map<string, Intl.DisplayNames | undefined>();

function make(lang: string) {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' });
  } catch {
    return undefined;
  }
}

/** What a language is called: `pt` → `Portuguese`; the tag itself where nobody knows. Needs Intl: not for a first paint. */
export function languageName(tag: string, lang: string): string {
  if (!makers.has(lang)) makers.set(lang, make(lang));
  try {
    return makers.get(lang)?.of(tag) ?? tag;
  } catch {
    return tag; // no tag that a browser takes for one
  }
}
