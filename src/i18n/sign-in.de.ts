import type { words as english } from './sign-in.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',

  which: 'Auf welchem Server ist dein Konto?',
  label: 'Server oder Adresse',
  placeholder: 'du@server.example',
  hint: 'Wie in deiner Adresse: @du@{host}',
  continue: 'Weiter',
  noAccount: 'Ich habe kein Konto',
  nothing: 'Schreib den Namen deines Servers oder deine ganze Adresse.',
  didYouMean: 'Meintest du {host}?',

  finding: '{host} wird gesucht',
  findingText: 'Dein Browser fragt, wie man sich dort anmeldet. Über dich sagt er nichts.',

  grouping: '.',
  people: { one: '{n} Person', other: '{n} Personen' },
  asks: 'Diese Seite bittet {host} um einen Schlüssel zu deinem Konto.',
  asksFor: 'Diese Seite bittet {host} um einen neuen Schlüssel zu deinem Konto {acct}.',
  more: 'Eine Erlaubnis mehr',
  asksMore: 'Für das, was du eben gedrückt hast, braucht diese Seite von {host} einen Schlüssel, der mehr erlaubt.',
  can: 'Damit kann diese Seite',
  canAlso: 'Damit kann diese Seite außerdem',
  never: 'Niemals kann sie',
  deputy:
    'Wenn du dich anmeldest, kann diese Website, {site}, dein Konto für das benutzen, was hier steht. Jedes Skript auf dieser Seite, auch das von Werbung und Statistik, könnte es ebenfalls. Melde dich nur auf Websites an, denen du vertraust.',
  ending: 'Du kannst das jederzeit beenden: {link}',
  authorised: '{host} → Autorisierte Anwendungen',
  mixed:
    'Sieh genau hin: Dieser Name mischt Buchstaben mehrerer Alphabete, wie Namen, die mit anderen verwechselt werden wollen. Ist es der deines Servers?',
  keep: 'Auf dieser Website angemeldet bleiben',
  keepHint: 'Auch wenn der Browser geschlossen wurde. Besser nicht, wo auch andere ihn benutzen.',
  untilTab: 'Du wirst abgemeldet, wenn du diesen Tab schließt: Länger kann sich hier niemand merken, wer du bist.',
  untilPage: 'Du wirst abgemeldet, wenn du diese Seite verlässt: Länger kann sich hier niemand merken, wer du bist.',
  go: 'Zu {host}',
  another: 'Anderer Server',

  leaving: 'Auf dem Weg zu {host}',
  leavingText: 'Dort wirst du gefragt, wer du bist und ob du einverstanden bist. Dann kommst du hierher zurück.',
  waiting: 'Weiter im anderen Fenster',
  waitingText: '{host} fragt dich dort, wer du bist und ob du einverstanden bist. Diese Seite wartet.',
  inTab: 'In diesem Tab öffnen',

  forget: 'Soll diese Website dich vergessen?',
  forgetText:
    'Du wirst abgemeldet, dein Server nimmt den Schlüssel zurück, und was diese Website in deinem Browser aufbewahrt, wird gelöscht, auch Entwürfe.',
  forgetAllText:
    'Alle {n} Konten werden abgemeldet, ihre Server nehmen die Schlüssel zurück, und was diese Website in deinem Browser aufbewahrt, wird gelöscht, auch Entwürfe.',
  forgetMe: 'Vergiss mich',
  forgetting: 'Du wirst vergessen',
  forgotten: 'Diese Website hat dich vergessen',
  forgottenText: 'In deinem Browser ist nichts mehr davon.',
  untold: {
    one: 'Ein Server war nicht zu erreichen, und der Schlüssel dort gilt vielleicht noch. Beende ihn selbst: {links}',
    other:
      'Einige Server waren nicht zu erreichen, und die Schlüssel dort gelten vielleicht noch. Beende sie selbst: {links}',
  },

  obstacle: 'Auf dieser Seite kann sich niemand anmelden',
  failed: 'Das hat nicht geklappt',
  again: 'Neu anmelden',
  stay: '{who} bleiben',
  againAs: 'Als {who} anmelden',
  newTab: 'Diese Seite in einem eigenen Tab öffnen',
  overHttps: 'Über https öffnen',

  'know-you': 'sehen, welches Konto deines ist',
  'read-home': 'deine Startseite lesen und alle Beiträge, die du lesen kannst, auch private Erwähnungen',
  'read-lists': 'deine Listen lesen',
  'read-bookmarks': 'deine Lesezeichen lesen',
  'read-favourites': 'deine Favoriten lesen',
  'read-notifications': 'deine Mitteilungen lesen',
  'read-follows': 'sehen, wem du folgst und wer dir folgt',
  'read-blocks': 'sehen, wen du blockierst, wen du stummschaltest und was du filterst',
  'read-collections': 'deine Sammlungen lesen',
  'read-everything': 'alles in deinem Konto lesen, auch private Erwähnungen',
  search: 'auf deinem Server suchen und dort finden, was anderswo gelesen wurde',
  post: 'in deinem Namen Beiträge schreiben, bearbeiten und löschen, teilen und abstimmen',
  favourite: 'Beiträge favorisieren',
  bookmark: 'Lesezeichen setzen',
  follow: 'Leuten folgen und entfolgen',
  'dismiss-notifications': 'Mitteilungen wegräumen',
  lists: 'deine Listen ändern',
  conversations: 'private Unterhaltungen als gelesen markieren oder entfernen',
  collections: 'deine Sammlungen ändern',
  mute: 'Leute und Unterhaltungen stummschalten',
  filter: 'deine Filter ändern',
  block: 'Leute und ganze Server blockieren',
  report: 'Beiträge und Leute der Moderation melden',
  'edit-profile': 'dein Profil ändern und Beiträge anheften',
  'write-everything': 'in deinem Namen tun, was du dort tun kannst, bis auf das, was unter „Niemals“ steht',
  other: 'noch etwas, das dein Server nennt, wenn er dich fragt',

  'never-password': 'dein Passwort sehen oder ändern',
  'never-account': 'deine E-Mail-Adresse ändern oder dein Konto löschen',
  'never-private': 'deine privaten Erwähnungen lesen',
  'never-post': 'in deinem Namen Beiträge schreiben',
  'never-follow': 'jemandem folgen',
  'never-block': 'Leute blockieren oder dein Profil ändern',

  'bad-attribute':
    'Die Einstellung {attribute} dieser Seite, „{value}“, taugt nichts. Wer die Seite gemacht hat, kann es beheben.',
  'no-instance': 'Es ist kein Server genannt.',
  'nothing-named': 'Es ist kein Server genannt.',
  cancelled: 'Du hast angehalten. Nichts hat sich geändert.',
  'bad-instance':
    '„{value}“ kann kein Server sein. Schreib ihn wie mastodon.social oder deine ganze Adresse wie @du@mastodon.social.',
  insecure: '{host} bietet keine sichere Verbindung, und ein Schlüssel darf nie ohne eine reisen.',
  offline: 'Du bist offline. Versuch es wieder, wenn dein Browser ein Netz hat.',
  unreachable:
    '{host} ist nicht zu erreichen. Vielleicht ist der Server aus, oder es gibt ihn nicht, oder er lässt sich von anderen Seiten nicht fragen, oder etwas in deinem Browser, etwa ein Blocker, hielt die Frage auf.',
  timeout: '{host} braucht zu lange für eine Antwort.',
  moved: '{host} reicht die Frage an einen anderen Server weiter. Hat deiner einen neuen Namen?',
  'moved-to': '{host} reicht die Frage an {movedTo} weiter. Ist das der neue Name deines Servers?',
  'not-mastodon': '{host} antwortet, bietet aber die Schnittstelle von Mastodon nicht an.',
  incomplete: '{host} schickte nur einen Teil der Antwort.',
  'wrong-shape': '{host} antwortet in einer Form, die nicht die von Mastodon ist.',
  'members-only': '{host} antwortet nur Mitgliedern, sogar auf die Frage, wie man sich anmeldet.',
  forbidden: '{host} erlaubt das nicht.',
  blocked: 'Etwas vor {host} hat die Frage abgewiesen.',
  'not-found': 'Auf {host} gibt es nichts, wo man sich anmelden könnte.',
  'rate-limited':
    'Von deinem Netz aus gab es bei {host} zu viele Anmeldungen. In {n} min geht es wieder; vielleicht haben andere sie verbraucht, die deinen Anschluss teilen.',
  remote: '{host} konnte einen anderen Server nicht erreichen, der dafür nötig ist.',
  server: '{host} hat selbst ein Problem: Fehler {status}. Vielleicht ist es in einer Minute vorbei.',
  refused: '{host} nahm die Frage nicht an: Fehler {status}.',
  expired:
    '{host} hat dich abgemeldet: Der Schlüssel zu {acct} gilt nicht mehr. Was auf der Seite steht, bleibt, und nichts, was du geschrieben hast, ist verloren.',
  'login-disabled': '{host} hat dein Konto eingefroren. Was der Server dazu sagt, steht in deiner E-Mail.',
  'login-pending': 'Dein Konto wartet, bis jemand bei {host} es freigibt.',
  'login-unconfirmed':
    'Deine E-Mail-Adresse ist noch nicht bestätigt. {host} hat dir eine Nachricht mit einem Link geschickt.',
  'login-suspended': '{host} hat dein Konto gesperrt.',
  'out-of-scope': 'Dafür fehlt eine Erlaubnis, die du bei {host} nicht gegeben hast.',
  denied: 'Du hast bei {host} nein gesagt. Nichts hat sich geändert.',
  'not-started-here':
    'Es kam eine Antwort, nach der diese Seite nicht gefragt hatte, oder sie kam zu spät: Nach zehn Minuten endet eine Frage. Nichts ist damit geschehen.',
  'wrong-issuer':
    'Die Antwort kam von einem anderen Server als dem, zu dem du geschickt wurdest. Das kann ein Angriff sein; darum ist nichts damit geschehen.',
  'no-secure-context':
    'Diese Seite kam über eine unsichere Verbindung (http). Darauf kann sich niemand sicher anmelden.',
  'opaque-origin':
    'Diese Seite hat keine eigene Adresse: Sie ist eine Datei oder in einen Rahmen gesperrt. Was so eine Seite schickt, weisen Server ab (Fehler 422). Lesen geht, anmelden nicht.',
  framed: 'Diese Seite steht in einer anderen, und dort lassen Server niemanden sich anmelden.',
  'answer-lost':
    'Du bist zurück, aber die Antwort des Servers ging unterwegs verloren: Der Server dieser Website reicht Anfragen ohne ihre Angaben hinter dem Fragezeichen weiter. Wer die Website gemacht hat, kann es beheben: {value} muss direkt zu erreichen sein.',
  'client-gone':
    '{host} kennt diese Website nicht mehr, und sie neu vorzustellen half nicht. Versuch es in ein paar Minuten wieder.',
  'scope-refused': '{host} erlaubt nicht, was diese Seite braucht.',
  'sign-in-refused': '{host} ließ dich nicht ein.',
  'other-account': 'Du bist als @{value} zurückgekommen, nicht als @{advice}. Wer willst du hier sein?',
  'popup-closed': 'Aus dem anderen Fenster kam keine Antwort. Versuch es noch einmal, oder öffne es in diesem Tab.',
  'no-storage':
    'Dein Browser lässt diese Website nichts aufbewahren, darum könnte niemand zu ihr zurückkommen. Erlaube es ihr, und versuch es noch einmal.',
  'popup-blocked':
    'Dein Browser ließ diese Seite kein Fenster öffnen. Erlaube ihr Fenster, und versuch es noch einmal.',
  'not-revoked':
    'Hier bist du abgemeldet, aber {host} war nicht zu erreichen: Der Schlüssel dort gilt vielleicht noch. Beende ihn selbst: {link}',
};
