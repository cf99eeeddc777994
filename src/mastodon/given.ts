import { harvestStatuses } from './normalise.js';
import { Stores } from './stores.js';

/** A post that the page has handed over, in stores of its own. */
export interface Given {
  readonly facts: Stores;
  readonly key: string;
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** masto.js hands over camelCase, the API itself snake_case: both are welcome. */
function asRaw(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRaw);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, kept]) => [snake(key), asRaw(kept)]));
}

/** Takes a Status as the API sends it, or as masto.js hands it over. Undefined for anything else. */
export function harvestGiven(json: unknown): Given | undefined {
  const raw = typeof json === 'object' && json !== null && 'createdAt' in json ? asRaw(json) : json;
  const { url, uri } = (raw ?? {}) as Record<string, unknown>;
  const page = [url, uri].find((text) => typeof text === 'string' && URL.canParse(text)) as string | undefined;
  const facts = new Stores();
  const [key] = facts.put(harvestStatuses([raw], page ? new URL(page).host : ''));
  return key === undefined ? undefined : { facts, key };
}
