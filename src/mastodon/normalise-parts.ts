import { mediaUrl, pageUrl } from '../base/url.js';
import type {
  Application,
  CardAuthor,
  CustomEmoji,
  MediaAttachment,
  MediaType,
  Poll,
  PreviewCard,
} from './entities.js';
import { asObject, type Raw } from './json.js';
import { asCount, asDate, asHtml, asId, asName, asText, objects } from './read.js';

/** Custom emoji that can be shown; one with a single address uses it for both, one with none is dropped. */
export const normaliseEmojis = (json: unknown): CustomEmoji[] =>
  objects(json).flatMap((raw) => {
    const shortcode = asName(raw['shortcode']);
    const still = mediaUrl(raw['static_url']);
    const url = mediaUrl(raw['url']) ?? still;
    return shortcode && url ? [{ shortcode, url, staticUrl: still ?? url }] : [];
  });

interface Size {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

const believable = (value: unknown) => typeof value === 'number' && value >= 1 && value < 1e5;

/** Both sides in pixels, of the first that gives both (R195, R197). */
function sizeOf(...candidates: unknown[]): Size {
  const raw = candidates.map(asObject).find((size) => believable(size?.['width']) && believable(size?.['height']));
  return { width: raw?.['width'] as number | undefined, height: raw?.['height'] as number | undefined };
}

const blurhash = (value: unknown) =>
  typeof value === 'string' && value.length >= 6 && value.length < 200 ? value : undefined;

const oneToOne = (value: unknown) => (typeof value === 'number' ? Math.min(1, Math.max(-1, value)) : 0);

const seconds = (value: unknown) => (believable(value) ? (value as number) : undefined);

const mediaTypes = new Set<unknown>(['image', 'video', 'gifv', 'audio']);

/** One attachment. A file that may not be loaded (http) stays reachable as a link (R147, R195). */
export function normaliseMedia(raw: Raw): MediaAttachment {
  const meta = asObject(raw['meta']);
  const focus = asObject(meta?.['focus']);
  const { type } = raw;
  return {
    id: asId(raw['id']),
    type: mediaTypes.has(type) ? (type as MediaType) : 'unknown',
    url: mediaUrl(raw['url']),
    previewUrl: mediaUrl(raw['preview_url']),
    remoteUrl: pageUrl(raw['remote_url']) ?? pageUrl(raw['url']),
    description: asText(raw['description']),
    blurhash: blurhash(raw['blurhash']),
    ...sizeOf(meta?.['original'], meta?.['small']),
    duration: seconds(asObject(meta?.['original'])?.['duration']),
    focus: { x: oneToOne(focus?.['x']), y: oneToOne(focus?.['y']) },
  };
}

/** A poll, or undefined where there is nothing to choose from (R196). */
export function normalisePoll(json: unknown): Poll | undefined {
  const raw = asObject(json);
  const options = objects(raw?.['options']).map((option) => ({
    title: asText(option['title']),
    votesCount: asCount(option['votes_count']),
  }));
  if (!raw || !options.length) return undefined;
  return {
    id: asId(raw['id']),
    expiresAt: asDate(raw['expires_at']),
    expired: raw['expired'] === true,
    multiple: raw['multiple'] === true,
    votesCount: asCount(raw['votes_count']) ?? 0,
    votersCount: asCount(raw['voters_count']),
    options,
    emojis: normaliseEmojis(raw['emojis']),
  };
}

const cardTypes = new Set<unknown>(['photo', 'video', 'rich']);

/** Servers before 4.3 know one author, and only the name and page. */
function authorsOf(raw: Raw, keyOf: (account: unknown) => string): CardAuthor[] {
  const all = objects(raw['authors']).map((author) => {
    const account = asObject(author['account']) && keyOf(author['account']);
    return { name: asName(author['name']), url: pageUrl(author['url']), account };
  });
  const named = all.filter(({ name, account }) => name || account);
  const name = asName(raw['author_name']);
  return named.length || !name ? named : [{ name, url: pageUrl(raw['author_url']), account: undefined }];
}

/** A link's card, or undefined without a page to lead to (R197). @param keyOf takes in an account */
export function normaliseCard(json: unknown, keyOf: (account: unknown) => string): PreviewCard | undefined {
  const raw = asObject(json);
  const url = pageUrl(raw?.['url']);
  if (!raw || !url) return undefined;
  const { type } = raw;
  return {
    url,
    type: cardTypes.has(type) ? (type as PreviewCard['type']) : 'link',
    title: asName(raw['title']),
    description: asText(raw['description']),
    providerName: asName(raw['provider_name']),
    authors: authorsOf(raw, keyOf),
    publishedAt: asDate(raw['published_at']),
    player: type === 'video' || type === 'rich' ? (mediaUrl(raw['embed_url']) ?? asHtml(raw['html'])) : '',
    image: mediaUrl(raw['image']),
    imageDescription: asText(raw['image_description']),
    blurhash: blurhash(raw['blurhash']),
    ...sizeOf(raw),
  };
}

const language = /^[a-zA-Z]{2,3}(-[a-zA-Z\d]{2,8}){0,4}$/;

/** A BCP 47 tag, else undefined (R202). */
export const asLanguage = (value: unknown) => (typeof value === 'string' && language.test(value) ? value : undefined);

/** What a post was written with, or undefined without a name. */
export function normaliseApplication(json: unknown): Application | undefined {
  const raw = asObject(json);
  const name = asName(raw?.['name']);
  return name ? { name, website: pageUrl(raw?.['website']) } : undefined;
}
