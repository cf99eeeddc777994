import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { status } from '../lib/data/statuses.mjs';
import { modules } from '../lib/install.mjs';
import { median } from '../lib/statistics.mjs';

const SERIALIZER = 'masto/dist/adapters/serializers/serializer-native-impl.js';

const known = new Map();
function camelCase(key) {
  if (!known.has(key))
    known.set(
      key,
      key.replace(/_([a-z0-9])/g, (match, letter) => letter.toUpperCase()),
    );
  return known.get(key);
}
function convert(value) {
  if (Array.isArray(value)) return value.map(convert);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelCase(key), convert(inner)]));
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** `keys`: what masto.js's conversion of keys costs for 20 posts, in Node, beside one with a memory for keys. */
export async function run() {
  const { SerializerNativeImpl } = await import(pathToFileURL(path.join(modules, SERIALIZER)));
  const serializer = new SerializerNativeImpl();
  const text = JSON.stringify(Array.from({ length: 20 }, (_, i) => status(i, 'author')));
  const ways = {
    'masto.js': () => serializer.deserialize('json', text),
    'with a memory': () => convert(JSON.parse(text)),
    'JSON.parse alone': () => JSON.parse(text),
  };
  const cold = Object.values(ways).map(time);
  console.log(`20 posts, ${text.length} bytes of JSON; ms`);
  Object.entries(ways).forEach(([name, work], i) => {
    const warm = median(Array.from({ length: 50 }, () => time(work)));
    console.log(`  ${name.padEnd(18)} first ${cold[i].toFixed(2)}, then ${warm.toFixed(2)}`);
  });
}
