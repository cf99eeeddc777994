import type { Hindrance } from '../world/oauth-rows.js';

/** Refusals, worded as Mastodon words them in English. */

export class ApiError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503,
    readonly body: Readonly<Record<string, unknown>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(String(body['error']));
  }
}

/** 404 as a missing row has it. */
export const recordNotFound = () => new ApiError(404, { error: 'Record not found' });

/** 404 where the server hides that something is there. */
export const notFound = () => new ApiError(404, { error: 'Not Found' });

export const notAllowed = () => new ApiError(403, { error: 'This action is not allowed' });

export const tooMany = () => new ApiError(429, { error: 'Too many requests' });

/** 422 of a model: `Validation failed: Text can't be blank`. */
export const validationFailed = (...reasons: string[]) =>
  new ApiError(422, { error: `Validation failed: ${reasons.join(', ')}` });

export const unprocessable = (error: string) => new ApiError(422, { error });

export const parameterMissing = (name: string) =>
  new ApiError(400, { error: `param is missing or the value is empty or invalid: ${name}` });

export const userRequired = (status: 401 | 422) =>
  new ApiError(status, { error: 'This method requires an authenticated user' });

const hindered: Readonly<Record<Hindrance, string>> = {
  unconfirmed: 'Your login is missing a confirmed e-mail address',
  pending: 'Your login is currently pending approval',
  disabled: 'Your login is currently disabled',
  suspended: 'Your login is currently disabled',
};

/** 403 of somebody who may not use their account just now. */
export const loginHindered = (why: Hindrance) => new ApiError(403, { error: hindered[why] });

function challenge(status: 401 | 403, code: string, text: string, shown = text) {
  // RFC 6750 section 3 has no quotes in a description; Doorkeeper puts lines in their place.
  const value = `Bearer realm="Doorkeeper", error="${code}", error_description="${text.replace(/"/g, '_')}"`;
  return new ApiError(status, { error: shown }, { 'WWW-Authenticate': value });
}

export const invalidToken = () => challenge(401, 'invalid_token', 'The access token is invalid');

export const revokedToken = () => challenge(401, 'invalid_token', 'The access token was revoked');

export const outsideScopes = (scopes: readonly string[]) =>
  challenge(
    403,
    'insufficient_scope',
    `Access to this resource requires scope "${scopes.join(' ')}".`,
    'This action is outside the authorized scopes',
  );
