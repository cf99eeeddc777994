/** A picture among words that would move does so while somebody points at it (R109). */
function animate([target]: readonly EventTarget[]): void {
  if (target instanceof HTMLImageElement && target.matches('.custom-emoji'))
    void import('./animate.js').then(({ animate }) => animate(target)).catch(() => undefined);
}

/** The whole date costs the first Intl object of the page: it is made when somebody points at a time. */
export function explain(event: Event, lang: string): void {
  const path = event.composedPath();
  animate(path);
  const time = path.find((node): node is HTMLTimeElement => node instanceof HTMLTimeElement);
  if (!time?.dateTime || time.title) return;
  void import('../../i18n/moment.js').then(({ moment }) => (time.title = moment(time.dateTime, lang)));
}
