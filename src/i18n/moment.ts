/** Date and time in full with the zone (R205), for a tooltip. Loaded when somebody points at a time: it needs Intl. */
export function moment(iso: string, lang: string): string {
  const then = new Date(iso);
  try {
    return new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'long' }).format(then);
  } catch {
    return then.toISOString();
  }
}
