/** Parameters of RFC 3492, section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;

function adapt(delta: number, points: number, first: boolean) {
  let rest = Math.floor(delta / (first ? damp : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** How many digits `delta` takes (RFC 3492, section 6.3). */
function digits(delta: number, bias: number) {
  let count = 1;
  for (let k = base, q = delta; ; k += base, count++) {
    const t = Math.min(tMax, Math.max(tMin, k - bias));
    if (q < t) return count;
    q = Math.floor((q - t) / (base - t));
  }
}

/** The length of a domain's label in ASCII: as it is, or `xn--…` (RFC 3492). */
export function asciiLength(label: string): number {
  const points = Array.from(label.normalize('NFC').toLowerCase(), (char) => char.codePointAt(0) as number);
  const basic = points.filter((point) => point < initialN).length;
  if (basic === points.length) return basic;
  let length = 'xn--'.length + basic + (basic ? 1 : 0);
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  for (let handled = basic; handled < points.length; delta++, n++) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      length += digits(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
  }
  return length;
}

/** What one digit stands for; NaN where it is none. */
const digitOf = (char: string | undefined) => (char && /[a-z\d]/.test(char) ? (parseInt(char, 36) + 26) % 36 : NaN);

/** A label that begins with `xn--` in its own letters (RFC 3492, section 6.2); as it came when it is not well made. */
function decodeLabel(label: string): string {
  const coded = label.slice('xn--'.length);
  const cut = coded.lastIndexOf('-');
  const points = Array.from(coded.slice(0, Math.max(0, cut)), (char) => char.codePointAt(0) as number);
  let [n, bias, at] = [initialN, initialBias, 0];
  for (let rest = cut + 1; rest < coded.length; at++) {
    const before = at;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(coded[rest++]);
      at += digit * weight;
      const t = Math.min(tMax, Math.max(tMin, k - bias));
      if (!(at < 0x7fffffff)) return label;
      if (digit < t) break;
      weight *= base - t;
    }
    bias = adapt(at - before, points.length + 1, before === 0);
    n += Math.floor(at / (points.length + 1));
    at %= points.length + 1;
    if (n > 0x10ffff) return label;
    points.splice(at, 0, n);
  }
  return String.fromCodePoint(...points);
}

/** A host in ASCII (as `URL` gives it) in the letters that people read: `xn--mnchen-3ya.social` is `münchen.social`. */
export const toUnicode = (host: string): string => host.replace(/(?<=^|\.)xn--[^.:]+/g, decodeLabel);
