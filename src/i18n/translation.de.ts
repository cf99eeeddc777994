import type { words as english } from './translation.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  translate: 'Übersetzen',
  translateFrom: 'Übersetzen ({language})',
  original: 'Original zeigen',
  busy: 'Wird übersetzt …',
  translated: 'Übersetzt',
  translatedFrom: 'Übersetzt aus: {language}',
  translatedBy: 'Übersetzt von {provider}',
  translatedFromBy: 'Übersetzt von {provider} aus: {language}',
  forbidden: '{host} kann diesen Beitrag für dich nicht übersetzen.',
  'not-found':
    '{host} kann diesen Beitrag nicht übersetzen. Vielleicht ist er gelöscht, oder der Server übersetzt nicht mehr.',
  server: '{host} kann gerade nicht übersetzen (Fehler {status}). Versuche es später noch einmal.',
  failed: 'Das wurde nicht übersetzt: {host} antwortet seltsam.',
  unreachable: '{host} antwortet nicht. Das wurde nicht übersetzt.',
  timeout: '{host} braucht zu lange. Das wurde nicht übersetzt.',
  offline: 'Du bist offline. Das wurde nicht übersetzt.',
};
