import { baseOf } from '../base/text.js';
import type { Account, Status } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { asId, asText, objects } from './read.js';
import { localId, localPerson } from './resolve.js';
import { Session } from './session.js';

/** What kind of thing is reported, as the API calls it. `legal` is known since Mastodon 4.2. */
export type ReportCategory = 'spam' | 'legal' | 'violation' | 'other';

/** What somebody says of a post to the moderators. */
export interface Report {
  readonly category: ReportCategory;
  /** Rules of the reader's server that it breaks; empty but for `violation`. */
  readonly ruleIds: readonly string[];
  /** At most `longestComment` characters. */
  readonly comment: string;
  /** Whether the server of whoever wrote it is told as well. */
  readonly forward: boolean;
}

/** A rule of a server, in words of its own. */
export interface Rule {
  readonly id: string;
  readonly text: string;
  readonly hint: string;
}

/** How long a comment may be, in characters; Mastodon's own limit for its people. */
export const longestComment = 1000;

/** In the reader's language where the server has it (since Mastodon 4.4), a subtag at a time: `pt-BR`, then `pt`. */
function inLanguage(raw: Readonly<Record<string, unknown>>, lang: string) {
  const translations = asObject(raw['translations']);
  const names = [lang, baseOf(lang)];
  const found = names.map((name) => asObject(translations?.[name])).find(Boolean);
  return { text: asText(found?.['text']) || asText(raw['text']), hint: asText(found?.['hint']) || asText(raw['hint']) };
}

/** The rules of the reader's server; none where it has none, does not say them, or does not answer. Never rejects. */
export async function rulesOf({ transport }: HomeSession, lang: string): Promise<readonly Rule[]> {
  try {
    const { data } = await transport.get('/api/v1/instance/rules', {}, { optional: true });
    return objects(data).flatMap((raw) => {
      const rule = { id: asId(raw['id']), ...inLanguage(raw, lang) };
      return rule.id && rule.text ? [rule] : [];
    });
  } catch {
    return [];
  }
}

/**
 * Tells the moderators of the reader's own server of a post and of whoever wrote it, wherever they are.
 * @throws MastoError `remote` when that server cannot find them · `out-of-scope` without `write:reports`
 */
export async function report(home: HomeSession, status: Status, author: Account, said: Report): Promise<void> {
  const scope = 'write:reports';
  if (home.expired) throw new MastoError('expired', { host: home.host });
  if (!home.may(scope)) throw new MastoError('out-of-scope', { host: home.host, scope });
  const statusId = await localId(home, status);
  // The server that knows the post knows who wrote it. An id that came along with them is not believed.
  const known = (home.accounts.get(author.key) ?? Session.at(home.origin).accounts.get(author.key))?.id;
  const { category, ruleIds, comment, forward } = said;
  await home.transport.send('POST', '/api/v1/reports', {
    account_id: known || (await localPerson(home, author)),
    status_ids: [statusId],
    category,
    ...(ruleIds.length && { rule_ids: ruleIds }),
    comment: comment.trim(),
    forward,
  });
}
