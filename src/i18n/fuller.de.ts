import type { words as english } from './fuller.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  quoted: 'Zitierter Beitrag von {name}',
  pending: 'Der zitierte Beitrag wartet auf die Zustimmung seiner Autorin oder seines Autors.',
  rejected: 'Wer den zitierten Beitrag schrieb, hat diesem Zitat nicht zugestimmt.',
  revoked: 'Wer den zitierten Beitrag schrieb, hat ihn von hier zurückgezogen.',
  deleted: 'Der zitierte Beitrag wurde von der Person gelöscht, die ihn schrieb.',
  unauthorized: 'Du darfst den zitierten Beitrag nicht sehen.',
  blocked_account: 'Der zitierte Beitrag ist von jemandem, den du blockiert hast.',
  blocked_domain: 'Der zitierte Beitrag ist von einem Server, den du blockiert hast.',
  muted_account: 'Der zitierte Beitrag ist von jemandem, den du stummgeschaltet hast.',
  away: 'Der zitierte Beitrag steht anderswo',
  further: 'Zitiert einen weiteren Beitrag',
  filtered: 'Gefiltert: {title}',
  hiddenBy: 'Durch einen Filter ausgeblendet: {title}',
  blurred: 'Gefiltert: {title} · Zeigen',
  show: 'Trotzdem zeigen',
  hide: 'Wieder ausblenden',
  unfold: 'Mehr zeigen',
  more: { one: 'noch {n} Wort', other: 'noch {n} Wörter' },
  fold: 'Weniger zeigen',
  original: 'Dieser Beitrag ist zu groß, um hier ganz gezeigt zu werden. Lies ihn auf {host}',
};
