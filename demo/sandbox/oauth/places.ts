import type { Call } from '../http/auth.js';
import { languages, type Language } from './words.js';

/** 302, as Rails sends people on. */
export const redirectTo = (address: string, headers: Headers = new Headers()): Response => {
  headers.set('Location', address);
  headers.set('Cache-Control', 'private, no-store');
  return new Response(null, { status: 302, headers });
};

/** `lang`, else what the browser prefers, else English. */
export function languageOf(c: Call): Language {
  const preferred = (c.req.header('Accept-Language') ?? '').split(',');
  const wanted = [c.var.params.present('lang') ?? '', ...preferred].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  const isKnown = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);
  return wanted.find(isKnown) ?? 'en';
}

/** An address of this instance to go on to; anything else becomes `/`, so that nobody is sent elsewhere. */
export function nextPlace(c: Call): string {
  const next = c.var.params.present('next') ?? '/';
  if (!next.startsWith('/') || !URL.canParse(next, c.env.origin)) return '/';
  const url = new URL(next, c.env.origin);
  return url.origin === c.env.origin ? url.pathname + url.search : '/';
}
