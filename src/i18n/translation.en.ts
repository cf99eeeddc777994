/** A post in another language. What stands here of failures comes before the words of any other deed. */
export const words = {
  translate: 'Translate',
  translateFrom: 'Translate from {language}',
  original: 'Show original',
  busy: 'Translating …',
  translated: 'Translated',
  translatedFrom: 'Translated from {language}',
  translatedBy: 'Translated by {provider}',
  translatedFromBy: 'Translated from {language} by {provider}',
  forbidden: '{host} cannot translate this post for you.',
  'not-found': '{host} cannot translate this post. It may be deleted, or the server may no longer translate.',
  server: '{host} cannot translate just now (error {status}). Try again later.',
  failed: 'This was not translated: {host} answers strangely.',
  unreachable: '{host} does not answer. This was not translated.',
  timeout: '{host} takes too long. This was not translated.',
  offline: 'You are offline. This was not translated.',
} as const;
