import { words as english } from './notifications.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of `<masto-notifications>`. */
export const notificationsWords = new Vocabulary(english, { de: () => import('./notifications.de.js') });

export type NotificationsWords = typeof english;
export type NotificationsSpeaker = Speaker<NotificationsWords>;
