import { leak, run } from './marks.js';
import { acting } from './vectors-act.js';
import { deceiving } from './vectors-deceive.js';

/**
 * Hostile strings of this project's own. `__pwn` is what runs when one works; `evil.example` is where it would call.
 * An address goes into every place that takes one; everything goes into every place that takes text or HTML.
 */

export interface Vector {
  readonly note: string;
  readonly payload: string;
  readonly kind: 'html' | 'url' | 'text';
}

const text: readonly (readonly [note: string, payload: string])[] = [
  ['shortcode of every object', ':constructor: :__proto__: :prototype: :toString: :hasOwnProperty:'],
  ['shortcode with a handler', `:x" onerror="${run}:`],
  ['shortcode that is a tag', `:<img src=x: onerror=${run}>:`],
  ['prototype as a name', '__proto__'],
  ['constructor as a name', 'constructor'],
  ['quote out of an attribute', `" onmouseover=${run} x="`],
  ['apostrophe out of an attribute', `' onmouseover=${run} x='`],
  ['tag out of an attribute', `"><img src=x: onerror=${run}>`],
  ['end of a title', `</title><img src=x: onerror=${run}>`],
  ['end of a style', `</style><img src=x: onerror=${run}>`],
  ['end of a template', `</template><img src=x: onerror=${run}>`],
  ['end of a comment', `--><img src=x: onerror=${run}>`],
  ['style', `red;background:url(${leak}.png)`],
  ['lone surrogates', '\ud83d \ude00\ud83d a\udfff'],
  ['controls', '\u0000\u0007\u001b[31m\u007f\u0085\u009b'],
  ['bidi marks left open', '\u202e\u2066\u2067\u202dname'],
  ['line separators', 'a\u2028b\u2029c'],
  ['noncharacters and tags', '\ufffe\uffff\ufdd0\u{e0001}\u{e0041}'],
  ['number that is none', 'NaN'],
  ['date that is none', '57171-08-04T00:00:00.000Z'],
];

const url: readonly (readonly [note: string, payload: string])[] = [
  ['javascript', `javascript:${run}`],
  ['javascript with white space', ` \u0001java\tscript\n:${run}`],
  ['javascript as an address of a host', `javascript://a.example/%0a${run}`],
  ['data', `data:text/html,<script>${run}</script>`],
  ['data as a picture', `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`],
  ['quote out of an attribute', `https://a.example/"onerror="${run}`],
  ['tag out of an attribute', `https://a.example/><img src=x: onerror=${run}>`],
  ['several pictures', `https://a.example/x 1x, ${leak} 2x`],
  ['end of a url()', `https://a.example/);background:url(${leak})`],
  ['without scheme', '//evil.example/x'],
  ['backslashes', '\\\\evil.example\\x'],
  ['relative', '../../x'],
  ['user name', 'https://a.example:x@evil.example/'],
  ['another machine of the reader', 'http://192.168.0.1/reboot'],
  ['blob', 'blob:null/0'],
  ['too long', 'https://a.example/' + 'x'.repeat(9_000)],
  ['empty', ''],
];

export const vectors: readonly Vector[] = [
  ...Object.entries({ ...acting, ...deceiving }).flatMap(([about, list]) =>
    list.map(([note, payload]): Vector => ({ note: `${about}: ${note}`, payload, kind: 'html' })),
  ),
  ...text.map(([note, payload]): Vector => ({ note: `text: ${note}`, payload, kind: 'text' })),
  ...url.map(([note, payload]): Vector => ({ note: `address: ${note}`, payload, kind: 'url' })),
];
