import { MastoError } from './errors.js';
import { failureOf } from './failure.js';
import { asObject, errorText } from './json.js';
import { budget } from './rate.js';

/** What is known about a request whose answer is no plain one. */
export interface Case {
  /** With its port. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly signedIn: boolean;
  /** This server has answered with JSON before. */
  readonly known: boolean;
}

function parsed(text: string): { data: unknown; json: boolean } {
  try {
    return { data: text.trim() ? JSON.parse(text) : undefined, json: true };
  } catch {
    return { data: undefined, json: false };
  }
}

/** Says what a refusal, a foreign or a broken answer means. Loaded with the first one. */
export function judge({ status, ok, headers, url }: Response, text: string, about: Case): MastoError {
  const { host, method, path, signedIn, known } = about;
  const movedTo = url ? new URL(url).host : host;
  // Status 0, or 3xx: a redirect that was not followed.
  if (movedTo !== host || (status < 400 && !ok)) return new MastoError('moved', { host, method, path, movedTo });
  const { data, json } = parsed(text);
  const body = asObject(data);
  const said = errorText(body);
  const contentType = headers.get('content-type') ?? undefined;
  const failure = failureOf({ status, method, contentType, json, said, signedIn, known }) ?? 'wrong-shape';
  return new MastoError(failure, {
    host,
    method,
    path,
    status,
    contentType,
    serverText: said,
    details: body?.['details'],
    body,
    headers,
    retryAt: status === 429 ? budget(host).pausedUntil : undefined,
  });
}
