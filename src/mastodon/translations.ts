import { baseOf } from '../base/text.js';
import type { Status, StatusKey, Translation } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { instanceFacts } from './instance-facts.js';
import { asObject } from './json.js';
import { asLanguage } from './normalise-parts.js';
import { asHtml, asId, asName, asText, objects } from './read.js';
import { isPublic } from './stores.js';
import { segment } from './transport.js';

/** How it stands with one post. */
export interface Rendering {
  readonly translation?: Translation | undefined;
  readonly error?: MastoError | undefined;
  readonly busy?: boolean;
  /** The reader wants to see it. */
  readonly shown?: boolean;
  /** Which version of the post it is of. */
  readonly of: string;
}

/** What a server can translate: source → targets. `any` where it does not say. */
type Pairs = ReadonlyMap<string, readonly string[]> | 'any' | 'nothing';

/** A server that could not be asked what it translates is asked again after so long, in ms. */
const patience = 60_000;

/** So many are kept; whoever reads on has long forgotten the others. */
const most = 300;

/** `zxx` has no words, `und` and `mul` are no one language. */
const nameless = /^(?:zxx|und|mul|mis)$/;

const versionOf = ({ editedAt }: Status) => editedAt ?? '';

function readPairs(json: unknown): Pairs {
  const raw = asObject(json);
  if (!raw) return 'nothing';
  const lists = Object.entries(raw).slice(0, 500);
  return new Map(
    lists.map(([source, targets]) => [
      source.toLowerCase(),
      (Array.isArray(targets) ? targets.slice(0, 500) : []).flatMap((target) => asLanguage(target) ?? []),
    ]),
  );
}

export function normaliseTranslation(json: unknown): Translation | undefined {
  const raw = asObject(json);
  if (typeof raw?.['content'] !== 'string') return undefined;
  return {
    content: asHtml(raw['content']),
    spoilerText: asText(raw['spoiler_text']).trim(),
    choices: objects(asObject(raw['poll'])?.['options']).map((option) => asText(option['title'])),
    descriptions: new Map(
      objects(raw['media_attachments']).map((item) => [asId(item['id']), asText(item['description'])]),
    ),
    language: asLanguage(raw['language']),
    from: asLanguage(raw['detected_source_language']),
    provider: asName(raw['provider']),
  };
}

/**
 * What the reader's own server has translated for them, and what it can. Nothing of it is a fact of a post. Dispatches an
 * event named after the post's key whenever something about it changes.
 */
export class Translations extends EventTarget {
  #pairs: Pairs | undefined;
  #asking: Promise<void> | undefined;
  #failed = 0;
  readonly #renderings = new Map<StatusKey, Rendering>();
  readonly #joined = new WeakMap<Status, { readonly by: Translation; readonly status: Status }>();

  /** Those of a session; made at the first need. */
  static at(home: HomeSession): Translations {
    return (home.translations ??= new Translations(home));
  }

  private constructor(private readonly home: HomeSession) {
    super();
  }

  /** Asks once a session what its server translates. Never rejects: a server that does not say offers nothing. */
  ready(): Promise<void> {
    const { browser } = this.home.transport;
    if (this.#failed && browser.now() > this.#failed + patience) this.#asking = undefined;
    return (this.#asking ??= this.#ask().catch(() => void (this.#failed = browser.now())));
  }

  /** Whether it is known what the server translates. */
  get isReady(): boolean {
    return this.#pairs !== undefined;
  }

  /**
   * The language that a post would be translated into; undefined where that is not offered: it is not public, the reader
   * reads its language, or the server cannot.
   * @param wishes The languages that the reader reads, the best first.
   */
  target(status: Status, wishes: readonly string[]): string | undefined {
    const { language = 'und' } = status;
    const source = baseOf(language);
    if (!isPublic(status) || !hasWords(status) || !this.#pairs || this.#pairs === 'nothing') return undefined;
    if (wishes.some((wish) => baseOf(wish) === source) || source === 'zxx') return undefined;
    if (this.#pairs === 'any') return nameless.test(source) ? undefined : baseOf(wishes[0] ?? 'en');
    const targets = this.#pairs.get(language.toLowerCase()) ?? this.#pairs.get(source) ?? [];
    for (const wish of wishes) {
      const same = targets.find((target) => target.toLowerCase() === wish.toLowerCase());
      const near = same ?? targets.find((target) => baseOf(target) === baseOf(wish));
      if (near) return near;
    }
    return undefined;
  }

  /** How it stands with a post; undefined for one that nobody has asked about since it was last edited. */
  of(status: Status): Rendering | undefined {
    const rendering = this.#renderings.get(status.key);
    return rendering?.of === versionOf(status) ? rendering : undefined;
  }

  /** A post as the reader wants to read it: translated, or as it was written. */
  said(status: Status): Status {
    const { translation: by, shown } = this.of(status) ?? {};
    if (!by || !shown) return status;
    const known = this.#joined.get(status);
    if (known?.by === by) return known.status;
    const joined = join(status, by, this.home.statuses.get(status.key) ?? status);
    this.#joined.set(status, { by, status: joined });
    return joined;
  }

  /** Shows a post as it was written again. */
  hide({ key }: Status): void {
    this.#set(key, { shown: false, error: undefined });
  }

  /** Shows it translated; asks for that once. Never rejects: what went wrong stands in `of`. */
  async show(status: Status, target: string): Promise<void> {
    const { key } = status;
    const version = versionOf(status);
    const known = this.of(status);
    if (known?.busy) return;
    if (known?.translation) return this.#set(key, { shown: true, error: undefined });
    this.#renderings.delete(key);
    this.#renderings.set(key, { of: version });
    for (const old of [...this.#renderings.keys()].slice(0, -most)) this.#renderings.delete(old);
    this.#set(key, { busy: true });
    try {
      this.#set(key, { busy: false, shown: true, translation: await this.#send(status, target) }, version);
    } catch (error) {
      const why = error instanceof MastoError ? error : new MastoError('wrong-shape');
      this.#set(key, { busy: false, error: why }, version);
    }
  }

  async #send(status: Status, lang: string) {
    const { home } = this;
    if (home.expired) throw new MastoError('expired', { host: home.host });
    const { localId } = await import('./resolve.js').catch(() => {
      throw new MastoError('offline', { host: home.host });
    });
    const path = `/api/v1/statuses/${segment(await localId(home, status))}/translate`;
    const { data } = await home.transport.send('POST', path, { lang });
    const translation = normaliseTranslation(data);
    if (!translation) throw new MastoError('wrong-shape', { host: home.host, method: 'POST', path });
    return { ...translation, language: translation.language ?? lang };
  }

  async #ask() {
    this.#failed = 0;
    const { translates } = await instanceFacts(this.home);
    this.#pairs = translates ? await this.#readPairs() : 'nothing';
  }

  /** The list came with 4.2; before, a server that translates takes what it is given. */
  async #readPairs(): Promise<Pairs> {
    try {
      const path = '/api/v1/instance/translation_languages';
      return readPairs((await this.home.transport.get(path, {}, { optional: true })).data);
    } catch (error) {
      if (error instanceof MastoError && error.failure === 'not-found') return 'any';
      throw error;
    }
  }

  /** @param version of which this is an answer: the post may have been edited meanwhile, and translated anew */
  #set(key: StatusKey, change: Partial<Rendering>, version = this.#renderings.get(key)?.of) {
    const rendering = this.#renderings.get(key);
    if (rendering?.of !== version || !rendering) return;
    this.#renderings.set(key, { ...rendering, ...change });
    this.dispatchEvent(new Event(key));
  }
}

const hasWords = ({ content, spoilerText, poll, media }: Status) =>
  !!content || !!spoilerText || !!poll || media.some(({ description }) => description);

/** @param home The post as the reader's own server knows it: its attachments have other ids elsewhere, in the same order. */
function join(status: Status, by: Translation, home: Status): Status {
  const { poll, media, spoilerText, content } = status;
  const described = (at: number, id: string) =>
    by.descriptions.get(home.media[at]?.id ?? id) ?? by.descriptions.get(id);
  return {
    ...status,
    content: by.content || content,
    spoilerText: (spoilerText && by.spoilerText) || spoilerText,
    language: by.language,
    media: media.map((item, at) => ({ ...item, description: described(at, item.id) || item.description })),
    poll: poll && {
      ...poll,
      options: poll.options.map((option, at) => ({ ...option, title: by.choices[at] || option.title })),
    },
  };
}
