import type { words as english } from './failure.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  'bad-attribute': '„{value}“ ist kein brauchbarer Wert für {attribute}',
  'bad-attribute-text':
    'Wer diese Seite gemacht hat, kann es beheben: Das Attribut {attribute} dieses Tags ergibt keinen Sinn.',
  'no-instance': 'Es ist kein Server genannt',
  'no-instance-text':
    'Wer diese Seite gemacht hat, kann es beheben: Dieses Tag braucht ein Attribut instance, etwa instance="mastodon.social".',
  'bad-instance': '„{value}“ ist kein Server',
  'bad-instance-text': 'Ein Server wird wie mastodon.social geschrieben, oder als Webadresse.',
  insecure: 'Nur sichere Verbindungen',
  'insecure-text': '„{value}“ beginnt mit http. Server werden nur über https gefragt.',
  offline: 'Du bist offline',
  'offline-text': 'Dein Browser hat kein Netz. Versuch es wieder, wenn es zurück ist.',
  unreachable: '{host} antwortet nicht',
  'unreachable-text':
    'Vielleicht ist der Server gerade aus, oder es gibt ihn nicht, oder er lässt sich von anderen Seiten nicht lesen, oder etwas in deinem Browser, etwa ein Blocker, hielt die Frage auf.',
  timeout: '{host} braucht zu lange',
  'timeout-text': 'Nach 30 Sekunden war noch keine Antwort da. Vielleicht hat der Server viel zu tun.',
  cancelled: 'Angehalten',
  'cancelled-text': '{host} hatte noch nicht geantwortet.',
  moved: '{host} schickt uns weiter',
  'moved-text':
    'Die Frage wurde an einen anderen Host weitergereicht, der nicht gefragt war. Vielleicht braucht die Seite den neuen Namen des Servers.',
  'moved-to-text':
    'Die Frage wurde an {movedTo} weitergereicht. Falls der Server jetzt dort wohnt, braucht die Seite diesen Namen.',
  'not-mastodon': '{host} spricht kein Mastodon',
  'not-mastodon-text': 'Etwas hat geantwortet, aber nicht wie ein Mastodon-Server.',
  incomplete: 'Die Antwort brach ab',
  'incomplete-text': '{host} schickte nur einen Teil davon.',
  'wrong-shape': '{host} antwortet seltsam',
  'wrong-shape-text': 'Die Antwort hat eine andere Form als die von Mastodon.',
  'members-only': '{host} zeigt das nur seinen Mitgliedern',
  'members-only-text': 'Der Server lässt das nicht von Besuchern lesen.',
  forbidden: '{host} erlaubt das nicht',
  'forbidden-text': 'Der Server wollte es nicht zeigen.',
  blocked: '{host} wies diese Seite ab',
  'blocked-text': 'Etwas vor dem Server hat die Frage abgewiesen.',
  'not-found': 'Nicht gefunden',
  'not-found-text': 'Auf {host} gibt es nichts mit diesem Namen, oder es ist nicht mehr da.',
  'rate-limited': 'Zu viele Fragen',
  'rate-limited-text': '{host} antwortet wieder in {n} s.',
  remote: 'Ein anderer Server antwortet nicht',
  'remote-text': '{host} konnte das nicht von dort holen, wo es wohnt.',
  server: '{host} hat ein Problem',
  'server-text': 'Die Antwort war Fehler {status}. Vielleicht ist es in einer Minute vorbei.',
  refused: '{host} nahm die Frage nicht an',
  'refused-text': 'Die Antwort war Fehler {status}.',
  retry: 'Noch einmal versuchen',
  openOriginal: 'Auf {host} öffnen',
  fileSystem: 'Diese Seite wurde als Datei geöffnet. Lesen geht; Anmelden braucht eine Seite auf einem Webserver.',
};
