import { ApiError } from '../http/errors.js';

/** What went wrong with signing in, in Doorkeeper's words (5.9, English). */
export const sentences = {
  access_denied: 'The resource owner or authorization server denied the request.',
  invalid_client:
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  invalid_code_challenge_method: 'The code_challenge_method must be S256.',
  invalid_grant:
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  invalid_redirect_uri: "The requested redirect URI is malformed or doesn't match the client redirect URI.",
  invalid_request:
    'The request is missing a required parameter, includes an unsupported parameter value, or is otherwise malformed.',
  invalid_scope: 'The requested scope is invalid, unknown, or malformed.',
  unauthorized_client: 'You are not authorized to revoke this token',
  unsupported_grant_type: 'The authorization grant type is not supported by the authorization server.',
  unsupported_response_mode: 'The authorization server does not support this response mode.',
  unsupported_response_type: 'The authorization server does not support this response type.',
} as const;

export type OauthCode = keyof typeof sentences;

export const missing = (name: string) => `Missing required parameter: ${name}.`;

/** 401 where the client is the trouble, 400 otherwise. */
export const statusOf = (code: OauthCode): 400 | 401 => (code === 'invalid_client' ? 401 : 400);

/** A refusal of the token endpoint. */
export function oauthError(error: OauthCode, text: string = sentences[error]): ApiError {
  return new ApiError(
    statusOf(error),
    { error, error_description: text },
    {
      'Cache-Control': 'no-store, no-cache',
      'WWW-Authenticate': `Bearer realm="Doorkeeper", error="${error}", error_description="${text.replace(/"/g, '_')}"`,
    },
  );
}
