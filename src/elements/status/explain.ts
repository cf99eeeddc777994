/** The whole date costs the first Intl object of the page: it is made when somebody points at a time. */
export function explain(event: Event, lang: string): void {
  const time = event.composedPath().find((node): node is HTMLTimeElement => node instanceof HTMLTimeElement);
  if (!time?.dateTime || time.title) return;
  void import('../../i18n/moment.js').then(({ moment }) => (time.title = moment(time.dateTime, lang)));
}
