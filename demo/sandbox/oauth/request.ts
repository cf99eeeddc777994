import type { Params } from '../http/params.js';
import type { Instance } from '../instance.js';
import type { AccountRow } from '../world/rows.js';
import type { AppRow } from '../world/oauth-rows.js';
import { secret } from './apps.js';
import { missing, sentences, statusOf, type OauthCode } from './errors.js';
import { fits, outOfBand, withAnswer } from './redirect-uri.js';

/** What a good request to `/oauth/authorize` asks for. */
export interface Asked {
  app: AppRow;
  redirectUri: string;
  scopes: string[];
  /** Of S256; null without PKCE. */
  challenge: string | null;
  state: string | undefined;
  mode: string;
}

/** What an answer says, and where to: `to` is missing where nobody may be sent back. */
export interface Outcome {
  body: Readonly<Record<string, string | undefined>>;
  to?: { redirectUri: string; mode: string };
  status: 200 | 400 | 401;
}

const modes = ['query', 'fragment', 'form_post'];

/** Reads a request in the order of Doorkeeper's checks. Up to the address, whoever errs is told here and sent nowhere. */
export function readRequest(instance: Instance, params: Params): Asked | Outcome {
  const refuse = (error: OauthCode, text: string = sentences[error]): Outcome => ({
    body: { error, error_description: text },
    status: statusOf(error),
  });
  const clientId = params.present('client_id');
  if (clientId === undefined) return refuse('invalid_request', missing('client_id'));
  const app = instance.world.apps.find((row) => row.clientId === clientId);
  if (!app) return refuse('invalid_client');
  const redirectUri = params.present('redirect_uri') ?? '';
  if (!app.redirectUris.some((uri) => fits(redirectUri, uri))) return refuse('invalid_redirect_uri');
  const state = params.present('state');
  const mode = params.present('response_mode') ?? 'query';
  const back = (error: OauthCode, text: string = sentences[error]): Outcome =>
    answerTo(
      instance,
      { redirectUri, state, mode: modes.includes(mode) ? mode : 'query' },
      { error, error_description: text },
      400,
    );
  const type = params.present('response_type');
  if (type === undefined) return back('invalid_request', missing('response_type'));
  if (type !== 'code') return back('unsupported_response_type');
  if (!modes.includes(mode)) return back('unsupported_response_mode');
  const scopes = scopesIn(params.present('scope'), app);
  if (!scopes) return back('invalid_scope');
  const challenge = instance.settings.version === '4.2' ? null : (params.present('code_challenge') ?? null);
  if (challenge !== null && params.text('code_challenge_method') !== 'S256')
    return back('invalid_code_challenge_method');
  return { app, redirectUri, scopes, challenge, state, mode };
}

/** Literal members of what the app was registered with; without any, `read` where it has that. */
function scopesIn(text: string | undefined, app: AppRow): string[] | undefined {
  const scopes = [...new Set((text ?? 'read').split(/\s+/).filter(Boolean))];
  return scopes.every((scope) => app.scopes.includes(scope)) && !/[\n\r\t]/.test(text ?? '') ? scopes : undefined;
}

export const isAsked = (read: Asked | Outcome): read is Asked => 'app' in read;

/** An answer on its way back, with `state` and `iss` as the settings have it. Out of band there is no way back. */
function answerTo(
  { settings }: Instance,
  { redirectUri, state, mode }: Pick<Asked, 'redirectUri' | 'state' | 'mode'>,
  body: Outcome['body'],
  status: 200 | 400,
): Outcome {
  const { state: rule, iss } = settings.oauth;
  const echoed = rule === 'never' || (rule === 'not on deny' && status !== 200) ? undefined : state;
  const all = { ...body, state: echoed, ...(iss && { iss }) };
  return redirectUri === outOfBand ? { body: all, status } : { body: all, status, to: { redirectUri, mode } };
}

/** Somebody allows: a code, good for ten minutes and once. */
export function allow(instance: Instance, asked: Asked, person: AccountRow): Outcome {
  const { app, redirectUri, challenge, scopes } = asked;
  const { grant: most } = instance.settings.oauth;
  const code = secret();
  instance.world.grants.push({
    code,
    appId: app.id,
    accountId: person.id,
    redirectUri,
    scopes: most ? scopes.filter((scope) => most.includes(scope)) : scopes,
    challenge,
    createdAt: instance.now(),
    token: null,
  });
  return answerTo(instance, asked, { code }, 200);
}

export const deny = (instance: Instance, asked: Asked): Outcome =>
  answerTo(instance, asked, { error: 'access_denied', error_description: sentences.access_denied }, 400);

/** The address that an answer goes back to, by `query` or `fragment`; undefined where nobody is sent back. */
export const addressOf = ({ to, body }: Outcome): string | undefined => to && withAnswer(to.redirectUri, body, to.mode);
