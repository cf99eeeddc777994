import zlib from 'node:zlib';

/**
 * A body with its compressed copies: compressed once, so that the server takes (almost) no time from the browser
 * beside it. `fast` is for answers of the API, which a real server compresses anew each time.
 */
export function pack(body, type, { fast = false } = {}) {
  const raw = Buffer.from(body);
  if (!/json|text|javascript|svg|manifest/.test(type)) return { type, raw, br: null, gz: null };
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: fast ? 5 : 11 };
  return { type, raw, br: zlib.brotliCompressSync(raw, { params }), gz: zlib.gzipSync(raw, { level: fast ? 6 : 9 }) };
}

/** The copy that a client with this `accept-encoding` gets, and its name. */
export function encoded(packed, accept = '') {
  if (packed.br && /\bbr\b/.test(accept)) return [packed.br, 'br'];
  if (packed.gz && /gzip/.test(accept)) return [packed.gz, 'gzip'];
  return [packed.raw, null];
}
